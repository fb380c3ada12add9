package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.container.WarFolder.setting;

import java.time.Duration;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.RawResponse.End;
import org.errorpages.container.Servers;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests asynchronous requests that time out. */
final class AsyncTimeoutIT {

    private static final String START = "<listener><listener-class>org.errorpages.conformance.ApplicationAsync$Start"
            + "</listener-class></listener>";

    @RegisterExtension
    static final Servers SERVERS = Servers.of(folder -> WarFolder.with(folder, START));

    @RegisterExtension
    static final Servers AS_503 =
            Servers.of(folder -> WarFolder.with(folder, START + setting("asyncTimeoutStatus", "503")));

    @Case(70)
    void anAsyncTimeoutResultsIn500OrTheConfiguredStatus(Container container) throws Exception {
        assertTimeoutIs(500, SERVERS.on(container), "/async/timeout");
        assertTimeoutIs(503, AS_503.on(container), "/async/timeout");
    }

    private static void assertTimeoutIs(int status, TestServer server, String path) throws Exception {
        try (var log = CapturedLog.open()) {
            var page = ShownPage.of(status, Requests.get(server, path));

            page.assertLoggedOnce(log);
        }
    }

    @Case(71)
    void aTimeoutThatTheApplicationHandlesIsLeftUnchanged(Container container) throws Exception {
        for (var server : new TestServer[] {SERVERS.on(container), AS_503.on(container)}) {
            try (var log = CapturedLog.open()) {
                var answer = Requests.get(server, "/async/timeout-answered");

                assertThat(answer.status()).isEqualTo(504);
                assertThat(answer.text()).isEqualTo("still working on it");
                assertThat(answer.end()).isEqualTo(End.COMPLETE);
                assertThat(answer.headers("Cache-Control")).isEmpty();
                assertThat(ShownPage.incidents(log.settle())).isEmpty();
            }
        }
    }

    @Case(75)
    void anExceptionOfAContainerThreadIsHandledByTheTimeout(Container container) throws Exception {
        var server = SERVERS.on(container);
        try (var log = CapturedLog.open()) {
            long start = System.nanoTime();
            var page = ShownPage.of(500, Requests.get(server, "/async/thread-bug"));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
            page.assertLoggedOnce(log);
            assertThat(log.stackTraces())
                    .anySatisfy(each -> assertThat(each.getThrown()).hasMessageContaining("secret inside"));
        }
    }

    @Case(77)
    void aTimeoutAfterTheCommitTruncatesTheResponse(Container container) {
        var answer = Requests.get(SERVERS.on(container), "/async/timeout-committed");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("half a page");
        assertThat(answer.end()).isEqualTo(End.TRUNCATED);
    }

    @Case(78)
    void aTimeoutAfterASecondStartAsyncHasTheConfiguredStatus(Container container) throws Exception {
        assertTimeoutIs(503, AS_503.on(container), "/async/timeout-again");
        assertTimeoutIs(500, SERVERS.on(container), "/async/timeout-again");
    }
}
