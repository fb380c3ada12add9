package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.RawResponse;
import org.errorpages.container.Servers;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that a failure leaves nothing behind and gets one response, whatever is between servlet and filter. */
final class SideEffectsIT {

    static final String START =
            """
            <listener>
              <listener-class>org.errorpages.conformance.ApplicationSideEffects$Start</listener-class>
            </listener>
            """;

    private static final String FILTER =
            """
            <filter>
              <filter-name>%1$s</filter-name>
              <filter-class>org.errorpages.servlet.ErrorPageFilter</filter-class>
              <async-supported>true</async-supported>
            </filter>
            <filter-mapping>
              <filter-name>%1$s</filter-name>
              <url-pattern>/*</url-pattern>
              <dispatcher>REQUEST</dispatcher>
              <dispatcher>ASYNC</dispatcher>
              <dispatcher>ERROR</dispatcher>
            </filter-mapping>
            """;

    @RegisterExtension
    static final Servers SERVERS = Servers.of(folder -> WarFolder.with(folder, START));

    @RegisterExtension
    static final Servers TWICE = Servers.of(
            folder -> WarFolder.with(folder, START + FILTER.formatted("first") + FILTER.formatted("second")));

    @Case(84)
    void errorAttributesAreRemovedAfterTheResponse(Container container) throws Exception {
        for (var path : List.of("/hygiene/with-attributes", "/hygiene/forward")) {
            var status = path.equals("/hygiene/with-attributes") ? 503 : 500;
            // If an attribute is left, Tomcat replaces our page with its own.
            ShownPage.of(status, Requests.get(SERVERS.on(container), path));

            assertThat(leftovers(container, path)).isEqualTo("left: ");
        }
    }

    /** The request may end after the client has the response. */
    private static String leftovers(Container container, String path) throws InterruptedException {
        var left = "";
        for (int i = 0; i < 100 && left.isEmpty(); i++) {
            left = Requests.get(SERVERS.on(container), "/look" + path).text();
            Thread.sleep(10);
        }
        return left;
    }

    @Case(85)
    void aFilterRegisteredTwiceRespondsOnce(Container container) throws Exception {
        assertAnsweredOnce(TWICE.on(container), "/hygiene/bug", 500);
        assertAnsweredOnce(TWICE.on(container), "/hygiene/slow", 503);
        try (var log = CapturedLog.open()) {
            Requests.get(TWICE.on(container), "/hygiene/committed");

            assertThat(ShownPage.incidents(log.settle())).hasSize(1);
        }
    }

    private static RawResponse assertAnsweredOnce(TestServer server, String path, int status) throws Exception {
        Requests.get(server, "/look/sessions");
        try (var log = CapturedLog.open()) {
            var page = ShownPage.of(status, Requests.get(server, path));

            page.assertLoggedOnce(log);
            // Tomcat logs exceptions that pass a forward or an include, so the framework doesn't.
            assertThat(log.stackTraces()).as(log.text()).hasSize(1);
            return page.answer();
        }
    }

    @Case(86)
    void anExceptionOfAForwardBelongsToTheApplicationUntilItPropagates(Container container) throws Exception {
        var server = SERVERS.on(container);
        try (var log = CapturedLog.open()) {
            var answer = Requests.get(server, "/hygiene/forward-caught");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("caught");
            assertThat(ShownPage.incidents(log.settle())).isEmpty();
        }
        assertAnsweredOnce(server, "/hygiene/forward", 500);
    }

    @Case(87)
    void anExceptionOfAnIncludeDiscardsThePartialOutput(Container container) throws Exception {
        var answer = assertAnsweredOnce(SERVERS.on(container), "/hygiene/include", 500);

        assertThat(answer.text()).doesNotContain("half a page");
    }

    @Case(88)
    void aRequestForTheErrorPagePathResultsIn404(Container container) throws Exception {
        var server = SERVERS.on(container);
        try (var log = CapturedLog.open()) {
            for (var path : List.of("/errorpages", "/errorpages?code=500", "/hygiene/forward-to-page")) {
                for (var method : List.of("GET", "HEAD", "POST")) {
                    var answer = Requests.send(method, server, path, "Content-Length: 0");

                    assertThat(answer.status()).as(method + " " + path).isEqualTo(404);
                    assertThat(answer.headers("X-Robots-Tag")).isEmpty();
                }
            }
            assertThat(ShownPage.incidents(log.settle())).isEmpty();
        }
    }

    @Case(89)
    void noResponseCreatesASession(Container container) {
        var server = SERVERS.on(container);
        for (var path : List.of("/hygiene/bug", "/hygiene/slow", "/hygiene/send", "/hygiene/include")) {
            for (var form : List.of("text/html", "application/json", "application/xml", "text/plain")) {
                var answer = Requests.get(server, path, "Accept: " + form);

                assertThat(answer.status()).isGreaterThanOrEqualTo(500);
                assertThat(answer.headers("Set-Cookie")).isEmpty();
            }
        }

        assertThat(Requests.get(server, "/look/sessions").text()).isEqualTo("0");
    }
}
