package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.conformance.ExpectedPage.forStatus;
import static org.errorpages.conformance.ExpectedPage.forType;
import static org.errorpages.conformance.ExpectedPage.send;
import static org.errorpages.conformance.PublicPage.KOREAN;

import java.util.List;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.Servers;
import org.errorpages.throwable.CauseChain;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests an error page of the application that fails. */
final class FailingPageIT {

    private static final String ERROR_MAP =
            """
            java.lang.NegativeArraySizeException = 504
            java.lang.IllegalMonitorStateException = 507
            """;

    @RegisterExtension
    static final Servers SERVERS = Servers.of(folder -> ExpectedPage.war(
                    folder,
                    forType("java.lang.ArithmeticException", "/broken")
                            + forType("java.lang.NegativeArraySizeException", "/broken")
                            + forStatus(507, "/broken"))
            .file("WEB-INF/error-map.properties", ERROR_MAP));

    /** The three requests reach the page by rethrow, forward and sendError, in this order. */
    @Case(42)
    void ourPageReplacesAFailingPageOfTheApplicationWithItsStatusAndIncident(Container container) throws Exception {
        for (var method : List.of("GET", "PUT")) {
            for (int status : new int[] {500, 504, 507}) {
                assertFallback(container, method, status);
            }
        }
    }

    private static void assertFallback(Container container, String method, int status) throws Exception {
        try (var log = CapturedLog.open()) {
            var answer = send(SERVERS.on(container), method, "/shop/broken" + status, KOREAN);

            var page = PublicPage.in(answer, status);
            assertThat(answer.text()).doesNotContain("half a page");
            assertThat(PublicPage.incidentIds(log.settle().text())).containsExactly(page.incidentId());
            assertThat(log.stackTraces())
                    .extracting(logged -> rootMessage(logged.getThrown()))
                    .as(log.text())
                    .containsExactlyInAnyOrder("secret inside", "secret of the page");
            assertThat(log.text()).contains(page.incidentId() + " could not be rendered as /broken,");
        }
    }

    /** Undertow wraps exceptions that pass a dispatcher. */
    private static String rootMessage(Throwable thrown) {
        return CauseChain.of(thrown).root().message();
    }
}
