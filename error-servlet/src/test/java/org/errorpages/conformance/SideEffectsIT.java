package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.RawAnswer;
import org.errorpages.container.Servers;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That an error leaves nothing behind and is answered once, whatever is between the servlet and us. */
final class HygieneIT {

    static final String START =
            """
            <listener>
              <listener-class>org.errorpages.conformance.ApplicationHygiene$Start</listener-class>
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
    void whatWasToldOfTheErrorIsGoneAfterTheAnswer(Container container) throws Exception {
        for (var path : List.of("/hygiene/told", "/hygiene/forward")) {
            var status = path.equals("/hygiene/told") ? 503 : 500;
            // Where it is not gone Tomcat puts its own page over ours.
            ShownPage.of(status, Ask.get(SERVERS.on(container), path));

            assertThat(leftovers(container, path)).isEqualTo("left: ");
        }
    }

    /** The request may be over after the client has the answer. */
    private static String leftovers(Container container, String path) throws InterruptedException {
        var left = "";
        for (int i = 0; i < 100 && left.isEmpty(); i++) {
            left = Ask.get(SERVERS.on(container), "/look" + path).text();
            Thread.sleep(10);
        }
        return left;
    }

    @Case(85)
    void filterThatIsThereTwiceAnswersOnce(Container container) throws Exception {
        assertAnsweredOnce(TWICE.on(container), "/hygiene/bug", 500);
        assertAnsweredOnce(TWICE.on(container), "/hygiene/slow", 503);
        try (var log = CapturedLog.open()) {
            Ask.get(TWICE.on(container), "/hygiene/committed");

            assertThat(ShownPage.incidents(log.settle())).hasSize(1);
        }
    }

    private static RawAnswer assertAnsweredOnce(TestServer server, String path, int status) throws Exception {
        Ask.get(server, "/look/sessions");
        try (var log = CapturedLog.open()) {
            var page = ShownPage.of(status, Ask.get(server, path));

            page.assertLoggedOnce(log);
            // Tomcat logs what passes a forward or an include, so we do not.
            assertThat(log.stackTraces()).as(log.text()).hasSize(1);
            return page.answer();
        }
    }

    @Case(86)
    void whatAForwardThrowsIsTheApplicationsUntilItLetsItPass(Container container) throws Exception {
        var server = SERVERS.on(container);
        try (var log = CapturedLog.open()) {
            var answer = Ask.get(server, "/hygiene/forward-caught");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("caught");
            assertThat(ShownPage.incidents(log.settle())).isEmpty();
        }
        assertAnsweredOnce(server, "/hygiene/forward", 500);
    }

    @Case(87)
    void whatAnIncludeThrowsIsAnsweredWithoutTheHalfThatWasThere(Container container) throws Exception {
        var answer = assertAnsweredOnce(SERVERS.on(container), "/hygiene/include", 500);

        assertThat(answer.text()).doesNotContain("half a page");
    }

    @Case(88)
    void pathOfTheErrorPageIs404(Container container) throws Exception {
        var server = SERVERS.on(container);
        try (var log = CapturedLog.open()) {
            for (var path : List.of("/errorpages", "/errorpages?code=500", "/hygiene/forward-to-page")) {
                for (var method : List.of("GET", "HEAD", "POST")) {
                    var answer = Ask.ask(method, server, path, "Content-Length: 0");

                    assertThat(answer.status()).as(method + " " + path).isEqualTo(404);
                    assertThat(answer.headers("X-Robots-Tag")).isEmpty();
                }
            }
            assertThat(ShownPage.incidents(log.settle())).isEmpty();
        }
    }

    @Case(89)
    void noAnswerMakesASession(Container container) {
        var server = SERVERS.on(container);
        for (var path : List.of("/hygiene/bug", "/hygiene/slow", "/hygiene/send", "/hygiene/include")) {
            for (var form : List.of("text/html", "application/json", "application/xml", "text/plain")) {
                var answer = Ask.get(server, path, "Accept: " + form);

                assertThat(answer.status()).isGreaterThanOrEqualTo(500);
                assertThat(answer.headers("Set-Cookie")).isEmpty();
            }
        }

        assertThat(Ask.get(server, "/look/sessions").text()).isEqualTo("0");
    }
}
