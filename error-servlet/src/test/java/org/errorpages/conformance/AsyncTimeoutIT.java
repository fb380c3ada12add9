package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.container.WarFolder.setting;

import java.time.Duration;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.RawAnswer.End;
import org.errorpages.container.Servers;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Asynchronous requests that run out of time. */
final class AsyncTimeoutIT {

    private static final String START = "<listener><listener-class>org.errorpages.conformance.ApplicationAsync$Start"
            + "</listener-class></listener>";

    @RegisterExtension
    static final Servers SERVERS = Servers.of(folder -> WarFolder.with(folder, START));

    @RegisterExtension
    static final Servers AS_503 =
            Servers.of(folder -> WarFolder.with(folder, START + setting("asyncTimeoutStatus", "503")));

    @Case(70)
    void asyncTimeoutIs500OrWhatTheSettingSays(Container container) throws Exception {
        assertTimeoutIs(500, SERVERS.on(container), "/async/timeout");
        assertTimeoutIs(503, AS_503.on(container), "/async/timeout");
    }

    private static void assertTimeoutIs(int status, TestServer server, String path) throws Exception {
        try (var log = CapturedLog.open()) {
            var page = ShownPage.of(status, Ask.get(server, path));

            page.assertLoggedOnce(log);
        }
    }

    @Case(71)
    void timeoutThatTheApplicationAnswersStaysAsItIs(Container container) throws Exception {
        for (var server : new TestServer[] {SERVERS.on(container), AS_503.on(container)}) {
            try (var log = CapturedLog.open()) {
                var answer = Ask.get(server, "/async/timeout-answered");

                assertThat(answer.status()).isEqualTo(504);
                assertThat(answer.text()).isEqualTo("still working on it");
                assertThat(answer.end()).isEqualTo(End.COMPLETE);
                assertThat(answer.headers("Cache-Control")).isEmpty();
                assertThat(ShownPage.incidents(log.settle())).isEmpty();
            }
        }
    }

    @Case(75)
    void whatAThreadOfTheContainerThrowsIsAnsweredByTheTimeout(Container container) throws Exception {
        var server = SERVERS.on(container);
        try (var log = CapturedLog.open()) {
            long start = System.nanoTime();
            var page = ShownPage.of(500, Ask.get(server, "/async/thread-bug"));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
            page.assertLoggedOnce(log);
            assertThat(log.stackTraces())
                    .anySatisfy(each -> assertThat(each.getThrown()).hasMessageContaining("secret inside"));
        }
    }

    @Case(77)
    void timeoutAfterTheResponseHasBegunIsBrokenOff(Container container) {
        var answer = Ask.get(SERVERS.on(container), "/async/timeout-committed");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("half a page");
        assertThat(answer.end()).isEqualTo(End.TRUNCATED);
    }

    @Case(78)
    void timeoutAfterASecondStartAsyncHasTheStatusOfTheSetting(Container container) throws Exception {
        assertTimeoutIs(503, AS_503.on(container), "/async/timeout-again");
        assertTimeoutIs(500, SERVERS.on(container), "/async/timeout-again");
    }
}
