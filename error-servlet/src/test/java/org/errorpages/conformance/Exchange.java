package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.RawClient;
import org.errorpages.container.RawResponse;
import org.errorpages.container.RawResponse.End;
import org.errorpages.container.TestServer;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;

/**
 * Holds the raw response to a request in Korean and the log records that it caused.
 *
 * @param answer the response
 * @param log the log, settled after the response
 */
record Exchange(RawResponse answer, CapturedLog log) {

    private static final Pattern INCIDENT = Pattern.compile("<code [^>]*>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})</code>");
    private static final String OUR_LOG = "org.errorpages.incident";

    /** Sends GET and captures the log until it settles. */
    static Exchange get(TestServer server, String path) throws IOException, InterruptedException {
        try (var log = CapturedLog.open();
                var client = RawClient.to(server)) {
            var answer = client.get(path, "Accept: text/html", "Accept-Language: ko");
            return new Exchange(answer, log.settle());
        }
    }

    /** Asserts that the response is our complete page in Korean, without internals. */
    Exchange showsPage(int status) {
        assertThat(answer.status()).as(toString()).isEqualTo(status);
        assertThat(answer.end()).as(toString()).isEqualTo(End.COMPLETE);
        assertThat(answer.headers("Content-Type")).containsExactly("text/html;charset=utf-8");
        assertThat(answer.headers("Content-Length")).containsExactly(String.valueOf(answer.bytes().length));
        assertThat(answer.headers("Content-Language")).containsExactly("ko");
        assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
        assertThat(answer.text())
                .startsWith("<!doctype html>")
                .endsWith("</html>")
                .containsOnlyOnce("<h1>" + title(status) + "</h1>")
                .containsOnlyOnce("<dd dir=\"ltr\">" + status + "</dd>")
                .doesNotContain("secret", "Exception", "Error", "\tat ");
        return this;
    }

    private static String title(int status) {
        return switch (status) {
            case 503 -> "지금은 서비스를 이용할 수 없습니다";
            case 504 -> "응답이 너무 오래 걸립니다";
            case 404 -> "페이지를 찾을 수 없습니다";
            default -> status < 500 ? "요청을 처리할 수 없습니다" : "서비스에 문제가 생겼습니다";
        };
    }

    /** Asserts that the log has one stack trace, of the exception, and one line of ours with the incident id. */
    void isLoggedOnceWith(Class<? extends Throwable> thrown) {
        assertThat(incidentLines()).as(log.text()).singleElement().asString().contains(incident());
        assertThat(log.stackTraces()).as(log.text()).singleElement().satisfies(logged -> assertThat(
                        CauseChain.of(logged.getThrown()).throwables())
                .extracting(SafeThrowable::className)
                .contains(thrown.getName()));
    }

    /** Asserts that the log has no stack trace and one line of ours with the incident id. */
    void isLoggedOnceWithoutStack() {
        assertThat(incidentLines()).as(log.text()).singleElement().asString().contains(incident());
        assertThat(log.stackTraces()).as(log.text()).isEmpty();
    }

    /** Asserts that the page is a developer page with the diagnosis. */
    void showsDevelopers(String diagnosis) {
        assertThat(answer.end()).as(toString()).isEqualTo(End.COMPLETE);
        assertThat(answer.text()).containsPattern("<h1 [^>]*>[^<]*" + Pattern.quote(diagnosis));
    }

    /** Returns the lines that the framework logged for incidents. */
    List<String> incidentLines() {
        return log.records().stream()
                .filter(each -> OUR_LOG.equals(each.getLoggerName())
                        && !each.getMessage().startsWith("errorpages:"))
                .map(each -> each.getLevel() + " " + each.getMessage())
                .toList();
    }

    /** Returns the incident id on the page. */
    String incident() {
        var numbers = INCIDENT.matcher(answer.text()).results().toList();
        assertThat(numbers).as(toString()).hasSize(1);
        return numbers.get(0).group(1);
    }

    @Override
    public String toString() {
        return answer + "\n" + log.text();
    }
}
