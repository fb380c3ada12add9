package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.container.WarFolder.setting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.RawResponse;
import org.errorpages.container.RawResponse.End;
import org.errorpages.container.Servers;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests failures and successes after a servlet has returned. */
final class AsyncIT {

    private static final String START = "<listener><listener-class>org.errorpages.conformance.ApplicationAsync$Start"
            + "</listener-class></listener>";

    @RegisterExtension
    static final Servers SERVERS = Servers.of(folder -> WarFolder.with(folder, START));

    @RegisterExtension
    static final Servers LOOKING_AFTERWARDS =
            Servers.of(folder -> WarFolder.with(folder, START + setting("asyncTimeoutStatus", "504")));

    @RegisterExtension
    static final Servers WITHOUT_FILTER =
            Servers.of(folder -> WarFolder.with(folder, START + setting("autoRegister", "false")));

    private static TestServer on(Container container) {
        return SERVERS.on(container);
    }

    @Case(72)
    void anExceptionOfAnAsyncDispatchIsClassifiedLikeAnyOther(Container container) throws Exception {
        on(container);
        try (var log = CapturedLog.open()) {
            var page = ShownPage.of(500, Requests.get(on(container), "/async/dispatch"));

            page.assertLoggedOnceWithItsStack(log);
            assertThat(log.stackTraces().get(0).getThrown())
                    .hasToString("java.lang.IllegalStateException: secret inside");
            assertThat(page.answer().text()).doesNotContain("undertow");
        }
    }

    @Case(73)
    void anExceptionAfterStartAsyncIsHandledAtOnceAndCompletesOnce(Container container) throws Exception {
        on(container);
        ShownPage.of(500, Requests.get(on(container), "/async/started-bug"));
        int before = completions(container, 1);
        try (var log = CapturedLog.open()) {
            long start = System.nanoTime();
            var page = ShownPage.of(500, Requests.get(on(container), "/async/started-bug"));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            page.assertLoggedOnceWithItsStack(log);
            assertThat(completions(container, before + 1)).isEqualTo(before + 1);
        }
    }

    /** The container may notify its listeners after the client has the response. */
    private static int completions(Container container, int wanted) throws InterruptedException {
        int seen = 0;
        for (int i = 0; i < 50 && seen < wanted; i++) {
            seen = Integer.parseInt(
                    Requests.get(on(container), "/async/completions").text());
            Thread.sleep(20);
        }
        return seen;
    }

    @Case(74)
    void sendErrorOfAnotherThreadRendersAPage(Container container) throws Exception {
        on(container);
        try (var log = CapturedLog.open()) {
            var page = ShownPage.of(503, Requests.get(on(container), "/async/send"));

            page.assertLoggedOnce(log);
        }
    }

    @Case(76)
    void aSuccessfulAsyncResponseIsTheSameWithoutTheFramework(Container container) {
        var without = Requests.get(WITHOUT_FILTER.on(container), "/async/whole");

        assertThat(without.text()).isEqualTo("whole");
        for (var servers : List.of(SERVERS, LOOKING_AFTERWARDS)) {
            for (int i = 0; i < 50; i++) {
                var with = Requests.get(servers.on(container), "/async/whole");
                assertThat(lines(with)).isEqualTo(lines(without));
                assertThat(with.text()).isEqualTo("whole");
                assertThat(with.end()).isEqualTo(End.COMPLETE);
            }
        }
    }

    private static List<String> lines(RawResponse answer) {
        var lines = new ArrayList<>(answer.headerLines());
        lines.removeIf(line -> line.startsWith("Date:"));
        lines.add(answer.statusLine());
        return lines;
    }

    @Case(79)
    void anExceptionOfAWriteListenerIsHandledByTheTimeout(Container container) throws Exception {
        on(container);
        try (var log = CapturedLog.open()) {
            var answer = Requests.get(on(container), "/async/listener");

            var seen = answer.status() == 200 && answer.text().isEmpty() ? "an empty 200" : "500";
            assertThat(seen).isEqualTo(Differences.expected(79, container, "500"));
            if (seen.equals("500")) {
                ShownPage.of(500, answer).assertLoggedOnce(log);
            }
        }
    }

    @Case(80)
    void startAsyncWithoutSupportGetsAPage(Container container) throws Exception {
        on(container);
        for (var path : List.of("/unsupported-servlet", "/unsupported-filter")) {
            try (var log = CapturedLog.open()) {
                var page = ShownPage.of(500, Requests.get(on(container), path));

                page.assertLoggedOnce(log);
                assertThat(ShownPage.incidents(log).get(0).getThrown())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageMatching("(?is).*async.*");
            }
        }
    }
}
