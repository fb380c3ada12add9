package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.conformance.ExpectedPage.forStatus;
import static org.errorpages.conformance.ExpectedPage.forType;
import static org.errorpages.conformance.ExpectedPage.send;
import static org.errorpages.conformance.PublicPage.KOREAN;
import static org.errorpages.container.WarFolder.setting;

import java.util.List;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.RawResponse.End;
import org.errorpages.container.Servers;
import org.errorpages.container.TestServer;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that the application's error pages precede ours and have the status of the verdict. */
final class ErrorPagesOfApplicationIT {

    private static final String PAGES = setting("gatewayPaths", "/shop/gateway/*")
            + forType("java.lang.IllegalStateException", "/own/state")
            + forType("java.util.concurrent.TimeoutException", "/own/timeout")
            + forType("java.lang.RuntimeException", "/own/runtime")
            + forType("java.io.IOException", "/own/io")
            + forType("java.io.FileNotFoundException", "/own/file")
            + forStatus(503, "/own/503");

    @RegisterExtension
    static final Servers AUTO =
            Servers.of(folder -> ExpectedPage.war(folder, PAGES.replace("RuntimeEx", "ArithmeticEx")));

    @RegisterExtension
    static final Servers NEAREST = Servers.of(folder -> ExpectedPage.war(folder, PAGES));

    @RegisterExtension
    static final Servers BY_CONTAINER =
            Servers.of(folder -> ExpectedPage.war(folder, PAGES + setting("dispatch", "container")));

    @RegisterExtension
    static final Servers BY_US =
            Servers.of(folder -> ExpectedPage.war(folder, PAGES + setting("dispatch", "errorpages")));

    private static TestServer on(Container container) {
        return AUTO.on(container);
    }

    @Case(37)
    void theApplicationsPageForAnExceptionIsShownWith500(Container container) throws Exception {
        assertShownWith500(on(container));
    }

    private static void assertShownWith500(TestServer server) throws Exception {
        var page = new ExpectedPage("state", 500, "IllegalStateException");
        page.assertShown(server, "GET", "/shop/state");
        page.assertShown(server, "PUT", "/shop/state");
        page.assertShown(server, "GET", "/shop/wrapped");
        page.assertShown(server, "GET", "/shop/async/state");
    }

    @Case(38)
    void theApplicationsPageForAnExceptionIsShownWithTheStatusOfTheVerdict(Container container) throws Exception {
        assertShownWith503And504(on(container));
    }

    private static void assertShownWith503And504(TestServer server) throws Exception {
        var page503 = new ExpectedPage("timeout", 503, "TimeoutException");
        page503.assertShown(server, "GET", "/shop/timeout");
        page503.assertShown(server, "PUT", "/shop/timeout");
        page503.assertShown(server, "GET", "/shop/async/timeout");
        var page504 = new ExpectedPage("timeout", 504, "TimeoutException");
        page504.assertShown(server, "GET", "/shop/gateway/timeout");
        page504.assertShown(server, "POST", "/shop/gateway/timeout");
        page504.assertShown(server, "PUT", "/shop/gateway/timeout");
        page504.assertShown(server, "GET", "/shop/gateway/async/timeout");
    }

    @Case(39)
    void theApplicationsPageForAStatusIsShownAndKnowsTheException(Container container) throws Exception {
        assertShownForStatus(on(container));
    }

    private static void assertShownForStatus(TestServer server) throws Exception {
        var page = new ExpectedPage("503", 503, "RejectedExecutionException");
        page.assertShown(server, "GET", "/shop/rejected");
        page.assertShown(server, "PUT", "/shop/rejected");
        page.assertShown(server, "GET", "/shop/async/rejected");
    }

    @Case(41)
    void theApplicationsPageForTheClosestClassIsShown(Container container) throws Exception {
        var server = NEAREST.on(container);
        new ExpectedPage("state", 500, "IllegalStateException").assertShown(server, "GET", "/shop/state");
        new ExpectedPage("runtime", 500, "NumberFormatException").assertShown(server, "GET", "/shop/number");
        new ExpectedPage("runtime", 503, "RejectedExecutionException").assertShown(server, "GET", "/shop/rejected");
        new ExpectedPage("file", 500, "FileNotFoundException").assertShown(server, "GET", "/shop/missing");
        new ExpectedPage("io", 500, "SocketException").assertShown(server, "GET", "/shop/socket");
    }

    /** The response is closed afterwards, although the page uses the writer. */
    @ParameterizedTest
    @EnumSource
    void aPageThatUsesTheWriterIsShownForSendError(Container container) throws Exception {
        for (var method : List.of("GET", "PUT", "DELETE")) {
            on(container);
            try (var log = CapturedLog.open()) {
                var answer = send(on(container), method, "/shop/send?503");

                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.end()).isEqualTo(End.COMPLETE);
                assertThat(answer.text()).startsWith("own/503\nstatus: 503\n");
                assertThat(log.settle().stackTraces()).as(log.text()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theContainerShowsTheSamePages(Container container) throws Exception {
        var server = BY_CONTAINER.on(container);
        assertShownWith500(server);
        assertShownWith503And504(server);
    }

    @ParameterizedTest
    @EnumSource
    void pagesForExceptionsAreNotShownIfTheFrameworkRespondsDirectly(Container container) throws Exception {
        var server = BY_US.on(container);
        PublicPage.in(send(server, "GET", "/shop/state", KOREAN), 500);
        PublicPage.in(send(server, "PUT", "/shop/timeout", KOREAN), 503);
        PublicPage.in(send(server, "GET", "/shop/gateway/async/timeout", KOREAN), 504);
        PublicPage.in(send(server, "GET", "/shop/rejected", KOREAN), 503);
    }
}
