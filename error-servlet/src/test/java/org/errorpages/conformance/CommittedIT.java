package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.RawClient;
import org.errorpages.container.RawResponse;
import org.errorpages.container.RawResponse.End;
import org.errorpages.container.Servers;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests failures of a committed response: the client notices them and gets nothing else. */
final class CommittedIT {

    private static final String HALF = "{\"half\": ";

    private static final String WEB_XML =
            """
            <listener><listener-class>org.errorpages.conformance.ApplicationCommitted$Start</listener-class></listener>
            <error-page><location>/errorpages</location></error-page>
            <error-page>
              <exception-type>java.lang.Throwable</exception-type>
              <location>/errorpages</location>
            </error-page>
            """;

    @RegisterExtension
    static final Servers SERVERS = Servers.of(folder -> WarFolder.with(folder, WEB_XML));

    private static TestServer on(Container container) {
        return SERVERS.on(container);
    }

    @Case(50)
    void aCommittedChunkedResponseEndsWithoutItsLastChunk(Container container) throws IOException {
        assertTruncated(container, "/begun/chunked", HALF);
        assertTruncated(container, "/begun/started", HALF);
        assertTruncated(container, "/begun/large", "\0".repeat(100_000));
    }

    @Case(51)
    void aCommittedResponseWithContentLengthIsCutShortAndClosed(Container container) throws IOException {
        var answer = assertTruncated(container, "/begun/length", HALF);

        assertThat(answer.headers("Content-Length")).containsExactly("1000");
    }

    private static RawResponse assertTruncated(Container container, String path, String start) throws IOException {
        try (var client = RawClient.to(on(container)).withTimeout(Duration.ofSeconds(2))) {
            var answer = client.get(path);

            assertThat(answer.end()).as(path + " " + answer).isEqualTo(End.TRUNCATED);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(start).startsWith(answer.latin1());
            assertThat(client.isClosedWithin(Duration.ofSeconds(2))).isTrue();
            return answer;
        }
    }

    /** Tomcat would include a default page into the committed response. */
    @Case(52)
    void nothingIsAppendedToACommittedResponse(Container container) throws IOException {
        for (var path : new String[] {"/begun/chunked", "/begun/length", "/begun-sync/chunked"}) {
            try (var client = RawClient.to(on(container))) {
                assertThat(client.get(path, "Accept: text/html").text()).isEqualTo(HALF);
            }
        }
    }

    @Case(53)
    void aResponseThatCannotBeTruncatedIsLoggedAsSeeminglyComplete(Container container) throws Exception {
        try (var client = RawClient.to(on(container));
                var log = CapturedLog.open()) {
            var answer = client.get("/begun-sync/chunked");

            var end = Differences.expected(53, container, End.TRUNCATED.name());
            assertThat(answer.end()).as(answer.toString()).hasToString(end);
            assertThat(log.settle().text().contains("the client may not notice the failure"))
                    .as(log.text())
                    .isEqualTo(answer.end() == End.COMPLETE);
            assertThat(log.stackTraces()).as(log.text()).hasSize(1);
        }
    }

    @Case(54)
    void aFailureAfterTheCommitIsLoggedWithOneStackTrace(Container container) throws Exception {
        for (var path : new String[] {"/begun/chunked", "/begun/length", "/begun/started"}) {
            try (var client = RawClient.to(on(container));
                    var log = CapturedLog.open()) {
                assertThat(client.get(path).end()).isEqualTo(End.TRUNCATED);

                assertThat(log.settle().stackTraces()).as(log.text()).hasSize(1);
                assertThat(log.text())
                        .containsOnlyOnce("500 GET " + path + " ")
                        .containsOnlyOnce(": secret inside [")
                        .containsPattern(
                                "500 GET " + path + " (java\\.lang\\.)?IllegalStateException[^\n]*: secret inside \\[");
            }
        }
    }

    @Case(55)
    void aClosedResponseStaysCompleteAndItsFailureIsLoggedOnce(Container container) throws Exception {
        assertComplete(container, "/begun/closed", "{\"whole\": true}");
        assertComplete(container, "/begun/closed-stream", "\0".repeat(20_000));
        assertComplete(container, "/begun-sync/closed", "{\"whole\": true}");
    }

    private static void assertComplete(Container container, String path, String body) throws Exception {
        try (var client = RawClient.to(on(container));
                var log = CapturedLog.open()) {
            var answer = client.get(path);

            assertThat(answer.end()).as(path + " " + answer).isEqualTo(End.COMPLETE);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.latin1()).isEqualTo(body);
            assertThat(log.settle().stackTraces()).as(log.text()).hasSize(1);
            assertThat(log.text()).containsOnlyOnce("500 GET " + path).doesNotContain("may not notice");
            assertConnectionServesOrIsClosed(client, container);
        }
    }

    /** Undertow reuses the connection for the next request, which must not be truncated instead. */
    private static void assertConnectionServesOrIsClosed(RawClient client, Container container) throws IOException {
        if (container == Container.UNDERTOW) {
            assertThat(client.get("/ok").end()).isEqualTo(End.COMPLETE);
            assertThat(client.isClosedWithin(Duration.ofMillis(200))).isFalse();
        }
    }

    @Case(56)
    void aFailureBeforeALargeBufferIsFlushedGetsThePage(Container container) throws Exception {
        try (var client = RawClient.to(on(container));
                var log = CapturedLog.open()) {
            var answer = client.get("/begun/buffered", "Accept: text/html", "Accept-Language: ko");

            var id = PublicPage.in(answer, 500).incidentId();
            assertThat(log.settle().stackTraces()).as(log.text()).hasSize(1);
            assertThat(log.text()).containsOnlyOnce(id);
        }
    }

    @Case(57)
    void aRedirectBeforeAFailureIsKeptOrReplacedByThePage(Container container) throws Exception {
        try (var client = RawClient.to(on(container));
                var log = CapturedLog.open()) {
            var answer = client.get("/begun/redirect", "Accept: text/html", "Accept-Language: ko");

            assertThat(answer.statusLine().split(" ", 3)[1]).isEqualTo(Differences.expected(57, container, "302"));
            if (answer.status() == 302) {
                assertThat(answer.header("Location").orElse("")).endsWith("/ok");
            } else {
                PublicPage.in(answer, 500);
                assertThat(answer.header("Location")).isEmpty();
            }
            assertThat(log.settle().stackTraces()).as(log.text()).hasSize(1);
            assertThat(log.text()).containsOnlyOnce("java.lang.IllegalStateException: secret inside [");
            assertThat(log.stackTraces().get(0).getThrown().toString()).contains("secret inside");
        }
    }
}
