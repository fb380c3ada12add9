package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.RawAnswer;
import org.errorpages.container.RawAnswer.End;

/**
 * Our public page as it came over the wire: whole, in our form, and telling nothing of the inside.
 *
 * @param answer what came
 * @param incident the number that the page shows
 */
record ShownPage(RawAnswer answer, String incident) {

    private static final Pattern INCIDENT = Pattern.compile("<code[^>]*>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})</code>");

    /** Returns the page of a status; an answer that is anything else fails the test. */
    static ShownPage of(int status, RawAnswer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.end()).as(answer.toString()).isEqualTo(End.COMPLETE);
        assertThat(answer.headers("Content-Type")).containsExactly("text/html;charset=utf-8");
        assertThat(answer.headers("Content-Length")).containsExactly(String.valueOf(answer.bytes().length));
        assertThat(answer.headers("Content-Language")).hasSize(1);
        assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
        var page = answer.text();
        assertThat(page).startsWith("<!doctype html>").endsWith("</html>").contains(">" + status + "<");
        assertTellsNothingOfTheInside(answer);
        var incident = INCIDENT.matcher(page);
        assertThat(incident.find()).as(page).isTrue();
        return new ShownPage(answer, incident.group(1));
    }

    /** Every message of the tests' exceptions has the word secret in it. */
    static void assertTellsNothingOfTheInside(RawAnswer answer) {
        assertThat(answer.toString()).doesNotContain("secret", "Exception", "java.lang", "\tat ", ".java:");
    }

    /** The log has one line of the incident, of no other, and one stack trace in all. */
    void assertLoggedOnceWithItsStack(CapturedLog log) throws InterruptedException {
        assertLoggedOnce(log);
        assertThat(log.stackTraces()).as(log.text()).hasSize(1);
    }

    /** The log has one line of the incident, and of no other. */
    void assertLoggedOnce(CapturedLog log) throws InterruptedException {
        var incidents = incidents(log.settle());
        assertThat(incidents).as(log.text()).hasSize(1);
        assertThat(incidents.get(0).getMessage()).startsWith(incident + " " + answer.status() + " ");
    }

    /** Returns what the framework has logged of incidents. */
    static List<LogRecord> incidents(CapturedLog log) {
        return log.records().stream()
                .filter(each -> "org.errorpages.incident".equals(each.getLoggerName()))
                .filter(each -> each.getMessage().matches("(?s)[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4} \\d{3} .*"))
                .toList();
    }
}
