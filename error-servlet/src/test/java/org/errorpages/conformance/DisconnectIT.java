package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.RawClient;
import org.errorpages.container.Servers;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests lost connections: those to the client are ignored, those to a database are failures. */
final class DisconnectIT {

    @RegisterExtension
    static final Servers SERVERS = Servers.of(folder -> WarFolder.with(
                    folder,
                    "<listener><listener-class>" + ApplicationDisconnect.Start.class.getName()
                            + "</listener-class></listener>"
                            + ExpectedPage.forType("java.lang.IllegalCallerException", "/losing/client"))
            .file("WEB-INF/error-map.properties", "java.lang.IllegalCallerException = 504\n"));

    private static TestServer on(Container container) {
        return SERVERS.on(container);
    }

    @Case(59)
    void aClientThatResetsTheConnectionDuringTheBodyCausesNoError(Container container) throws Exception {
        // The first log record takes longer.
        on(container).get("/losing/stream");
        int before = clientsLost(container);
        try (var log = CapturedLog.open();
                var client = RawClient.to(on(container))) {
            client.write(RawClient.head("GET", "/losing/client"));
            var header = client.readResponse(true);
            client.reset();

            assertThat(header.status()).isEqualTo(200);
            awaitClientsLost(container, before + 1);
            assertThat(log.settle().atLeast(Level.WARNING)).as(log.text()).isEmpty();
            assertThat(log.stackTraces()).as(log.text()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatResetsTheConnectionDuringAnErrorPageCausesNoErrorOfThePage(Container container) throws Exception {
        on(container).get("/losing/stream");
        int before = clientsLost(container);
        try (var log = CapturedLog.open();
                var client = RawClient.to(on(container))) {
            client.write(RawClient.head("GET", "/losing/forwarded"));
            var header = client.readResponse(true);
            client.reset();

            assertThat(header.status()).isEqualTo(504);
            awaitClientsLost(container, before + 1);
            assertThat(log.settle().atLeast(Level.WARNING)).as(log.text()).hasSize(1);
            assertThat(log.stackTraces()).as(log.text()).hasSize(1);
            assertThat(log.text())
                    .contains("504 GET /losing/forwarded IllegalCallerException in ApplicationDisconnect.");
        }
    }

    private static int clientsLost(Container container) {
        return Integer.parseInt(on(container).get("/losing/clients").body());
    }

    private static void awaitClientsLost(Container container, int count) {
        var end = Instant.now().plus(Duration.ofSeconds(10));
        while (clientsLost(container) < count) {
            assertThat(Instant.now()).as("the servlet still writes").isBefore(end);
        }
    }

    @Case(60)
    void theEndOfADatabaseStreamResultsIn500(Container container) throws Exception {
        assertAnswered500(container, "/losing/stream");
        assertAnswered500(container, "/losing/database");
    }

    @Case(61)
    void aBrokenPipeToADatabaseResultsIn500(Container container) throws Exception {
        assertAnswered500(container, "/losing/pipe");
    }

    private static void assertAnswered500(Container container, String path) throws Exception {
        try (var client = RawClient.to(on(container));
                var log = CapturedLog.open()) {
            var id = PublicPage.in(client.get(path, "Accept: text/html", "Accept-Language: ko"), 500)
                    .incidentId();

            assertThat(log.settle().stackTraces()).as(log.text()).hasSize(1);
            assertThat(log.atLeast(Level.SEVERE)).hasSize(1);
            assertThat(log.text()).containsOnlyOnce(id + " 500 GET " + path);
        }
    }
}
