package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.errorpages.container.RawResponse;
import org.errorpages.container.RawResponse.End;

/**
 * Checks that a response is our complete public page, in Korean, which no container supports.
 *
 * @param incidentId the incident id on the page
 */
record PublicPage(String incidentId) {

    /** The header field that requests it. */
    static final String KOREAN = "Accept-Language: ko";

    private static final String ID = "[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}";
    private static final Pattern WORD = Pattern.compile("\\b" + ID + "\\b");

    /** Asserts that a response is the page for a status, and returns it. */
    static PublicPage in(RawResponse answer, int status) {
        var page = answer.text();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.end()).isEqualTo(End.COMPLETE);
        assertThat(answer.headers("Content-Type")).containsExactly("text/html;charset=utf-8");
        assertThat(answer.headers("Content-Language")).containsExactly("ko");
        assertThat(answer.headers("Content-Length")).containsExactly("" + answer.bytes().length);
        assertThat(page).startsWith("<!doctype html>").endsWith("</html>").contains(">" + status + "<");
        assertThat(page).doesNotContain("secret", "Exception", "lost", "\tat ");
        assertThat(incidentIds(page)).hasSize(1);
        return new PublicPage(incidentIds(page).iterator().next());
    }

    /** Returns the distinct incident ids in a text. */
    static Set<String> incidentIds(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
