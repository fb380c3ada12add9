package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.RawResponse;
import org.errorpages.container.RawResponse.End;

/**
 * Checks that a response is our public page: complete, as HTML, without internals.
 *
 * @param answer the response
 * @param incident the incident id on the page
 */
record ShownPage(RawResponse answer, String incident) {

    private static final Pattern INCIDENT = Pattern.compile("<code[^>]*>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})</code>");

    /** Returns the page for a status; any other response fails the test. */
    static ShownPage of(int status, RawResponse answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.end()).as(answer.toString()).isEqualTo(End.COMPLETE);
        assertThat(answer.headers("Content-Type")).containsExactly("text/html;charset=utf-8");
        assertThat(answer.headers("Content-Length")).containsExactly(String.valueOf(answer.bytes().length));
        assertThat(answer.headers("Content-Language")).hasSize(1);
        assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
        var page = answer.text();
        assertThat(page).startsWith("<!doctype html>").endsWith("</html>").contains(">" + status + "<");
        assertRevealsNothing(answer);
        var incident = INCIDENT.matcher(page);
        assertThat(incident.find()).as(page).isTrue();
        return new ShownPage(answer, incident.group(1));
    }

    /** Each message of an exception in the tests contains the word secret. */
    static void assertRevealsNothing(RawResponse answer) {
        assertThat(answer.toString()).doesNotContain("secret", "Exception", "java.lang", "\tat ", ".java:");
    }

    /** Asserts that the log has one incident line, with this id, and one stack trace. */
    void assertLoggedOnceWithItsStack(CapturedLog log) throws InterruptedException {
        assertLoggedOnce(log);
        assertThat(log.stackTraces()).as(log.text()).hasSize(1);
    }

    /** Asserts that the log has one incident line, with this id. */
    void assertLoggedOnce(CapturedLog log) throws InterruptedException {
        var incidents = incidents(log.settle());
        assertThat(incidents).as(log.text()).hasSize(1);
        assertThat(incidents.get(0).getMessage()).startsWith(incident + " " + answer.status() + " ");
    }

    /** Returns the records that the framework logged for incidents. */
    static List<LogRecord> incidents(CapturedLog log) {
        return log.records().stream()
                .filter(each -> "org.errorpages.incident".equals(each.getLoggerName()))
                .filter(each -> each.getMessage().matches("(?s)[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4} \\d{3} .*"))
                .toList();
    }
}
