package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.RawAnswer;
import org.errorpages.container.RawAnswer.End;
import org.errorpages.container.RawClient;
import org.errorpages.container.TestServer;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;

/**
 * A request of somebody who reads Korean, the answer as it came over the wire, and what was logged meanwhile.
 *
 * @param answer the answer
 * @param log what was logged up to a moment after it
 */
record Exchange(RawAnswer answer, CapturedLog log) {

    private static final Pattern INCIDENT = Pattern.compile("<code [^>]*>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})</code>");
    private static final String OUR_LOG = "org.errorpages.incident";

    /** Sends GET, and listens until the container has logged what it has to say. */
    static Exchange get(TestServer server, String path) throws IOException, InterruptedException {
        try (var log = CapturedLog.open();
                var client = RawClient.to(server)) {
            var answer = client.get(path, "Accept: text/html", "Accept-Language: ko");
            return new Exchange(answer, log.settle());
        }
    }

    /** Asserts that the answer is our whole page in the reader's language, and tells nothing of the inside. */
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

    /** Asserts that the log has one stack trace, of what was thrown, and one line of ours, with the page's number. */
    void isLoggedOnceWith(Class<? extends Throwable> thrown) {
        assertThat(ourLines()).as(log.text()).singleElement().asString().contains(incident());
        assertThat(log.stackTraces()).as(log.text()).singleElement().satisfies(logged -> assertThat(
                        CauseChain.of(logged.getThrown()).links())
                .extracting(SafeThrowable::className)
                .contains(thrown.getName()));
    }

    /** Asserts that the log has no stack trace, and that our one line has the page's number. */
    void isLoggedOnceWithoutStack() {
        assertThat(ourLines()).as(log.text()).singleElement().asString().contains(incident());
        assertThat(log.stackTraces()).as(log.text()).isEmpty();
    }

    /** Asserts that the page is for developers, and what it says above all. */
    void tellsDevelopers(String diagnosis) {
        assertThat(answer.end()).as(toString()).isEqualTo(End.COMPLETE);
        assertThat(answer.text()).containsPattern("<h1 [^>]*>[^<]*" + Pattern.quote(diagnosis));
    }

    /** Returns what we logged of incidents. */
    List<String> ourLines() {
        return log.records().stream()
                .filter(each -> OUR_LOG.equals(each.getLoggerName())
                        && !each.getMessage().startsWith("errorpages:"))
                .map(each -> each.getLevel() + " " + each.getMessage())
                .toList();
    }

    /** Returns the number on the page. */
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
