package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.conformance.ExpectedPage.send;
import static org.errorpages.container.WarFolder.setting;

import java.util.List;
import org.errorpages.container.Container;
import org.errorpages.container.Servers;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests a default error page of the application. */
final class DefaultPageIT {

    private static final String DEFAULT_PAGE = "<error-page><location>/own/default</location></error-page>";

    @RegisterExtension
    static final Servers AUTO = Servers.of(folder -> ExpectedPage.war(folder, DEFAULT_PAGE));

    @RegisterExtension
    static final Servers BY_CONTAINER =
            Servers.of(folder -> ExpectedPage.war(folder, DEFAULT_PAGE + setting("dispatch", "container")));

    @Case(40)
    void theApplicationsDefaultPagePrecedesOurs(Container container) throws Exception {
        for (var servers : List.of(AUTO, BY_CONTAINER)) {
            var server = servers.on(container);
            new ExpectedPage("default", 500, "IllegalStateException").assertShown(server, "GET", "/shop/state");
            new ExpectedPage("default", 503, "TimeoutException").assertShown(server, "GET", "/shop/timeout");
            new ExpectedPage("default", 503, "TimeoutException").assertShown(server, "PUT", "/shop/timeout");
            for (int status : new int[] {404, 500, 503}) {
                var sent = send(server, "GET", "/shop/send?" + status);

                assertThat(sent.status()).isEqualTo(status);
                assertThat(sent.text()).startsWith("own/default\nstatus: " + status + "\n");
            }
        }
    }
}
