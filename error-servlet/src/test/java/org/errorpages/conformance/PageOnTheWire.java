package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.errorpages.container.RawAnswer;
import org.errorpages.container.RawAnswer.End;

/** Our page, as its bytes came. */
final class PageOnTheWire {

    private static final Pattern ID = Pattern.compile(">([0-9A-Z]{4}(-[0-9A-Z]{4}){2})<");

    private PageOnTheWire() {}

    /** Asserts that an answer is our page in Korean with a status, whole, and returns the id on it. */
    static String id(RawAnswer answer, int status) {
        assertThat(answer.end()).as(answer.toString()).isEqualTo(End.COMPLETE);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.headers("Content-Type")).containsExactly("text/html;charset=utf-8");
        assertThat(answer.headers("Content-Length")).containsExactly(String.valueOf(answer.bytes().length));
        assertThat(answer.text())
                .startsWith("<!doctype html>")
                .endsWith("</html>")
                .contains("<html lang=\"ko\"", ">" + status + "<")
                .doesNotContain("secret", "Exception", "lost");
        var ids = ID.matcher(answer.text()).results().map(MatchResult::group).toList();
        assertThat(ids).as("ids in " + answer.text()).isNotEmpty();
        return ids.get(0).substring(1, 15);
    }
}
