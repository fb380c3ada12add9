package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.conformance.PublicPage.KOREAN;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.Option;
import org.errorpages.container.RawClient;
import org.errorpages.container.RawResponse;
import org.errorpages.container.Servers;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that a failure has status, body and one log line for every method. */
final class MethodsIT {

    private static final String WEB_XML =
            """
            <listener><listener-class>org.errorpages.conformance.ApplicationMethods$Start</listener-class></listener>
            <error-page><error-code>507</error-code><location>/methods-page</location></error-page>
            <!-- Jetty forbids TRACE for every path that has no constraint of its own. -->
            <security-constraint>
              <web-resource-collection>
                <web-resource-name>methods</web-resource-name>
                <url-pattern>/methods/*</url-pattern>
                <http-method>TRACE</http-method>
              </web-resource-collection>
            </security-constraint>
            """;

    private static final int MEGABYTE = 1 << 20;

    @RegisterExtension
    static final Servers SERVERS = Servers.of(
            folder -> WarFolder.with(folder, WEB_XML)
                    .file("WEB-INF/error-map.properties", "java.lang.ArrayStoreException = 507\n"),
            Option.TRACE);

    private static TestServer on(Container container) {
        return SERVERS.on(container);
    }

    @Case(27)
    void aFailedPutHasAResponseBody(Container container) throws Exception {
        assertAnswered(container, "PUT");
    }

    @Case(28)
    void aFailedDeleteHasAResponseBody(Container container) throws Exception {
        assertAnswered(container, "DELETE");
    }

    @Case(29)
    void aFailedPatchHasAResponseBody(Container container) throws Exception {
        assertAnswered(container, "PATCH");
    }

    @Case(30)
    void aFailedOptionsRequestHasAResponseBody(Container container) throws Exception {
        assertAnswered(container, "OPTIONS");
    }

    @Case(31)
    void aFailedPostWithABodyGetsAResponse(Container container) throws Exception {
        assertAnswered(container, "POST", "Content-Type: text/plain", "Content-Length: 4");
    }

    @Case(32)
    void aFailedTraceHasAResponseBodyIfTraceIsEnabled(Container container) throws Exception {
        assertAnswered(container, "TRACE");
    }

    @Case(33)
    void headHasTheHeaderFieldsOfGetAndNoBody(Container container) throws Exception {
        for (var path : List.of("/methods/throw", "/methods/send")) {
            try (var client = RawClient.to(on(container))) {
                var get = on(container).get(path, "Accept-Language", "ko");
                var head = client.send("HEAD", path, KOREAN);

                assertThat(head.status()).isEqualTo(get.statusCode());
                get.headers().map().forEach((name, values) -> {
                    if (!name.equalsIgnoreCase("Date")) {
                        assertThat(head.headers(name)).as(name).isEqualTo(values);
                    }
                });
                assertThat(head.header("Content-Length")).isPresent();
                assertThat(head.headerLines()).hasSameSizeAs(headerLines(container, path));
                assertConsistent(client, head);
            }
        }
    }

    @Case(34)
    void anUnreadMegabyteDoesNotDelayTheResponse(Container container) throws Exception {
        try (var client = RawClient.to(on(container))) {
            client.write(RawClient.head("POST", "/methods/throw", KOREAN, "Content-Length: " + MEGABYTE));
            var sending = new Thread(() -> send(client, "x".repeat(MEGABYTE)));
            sending.start();
            var answer = client.readResponse(false);
            sending.join();

            PublicPage.in(answer, 500);

            assertConsistent(client, answer);
        }
    }

    @Case(35)
    void anErrorPageSeesGetAndTheOriginalMethod(Container container) throws Exception {
        try (var log = CapturedLog.open();
                var client = RawClient.to(on(container))) {
            var thrown = client.send("PUT", "/methods/full");

            assertThat(thrown.status()).isEqualTo(507);
            assertThat(thrown.text()).isEqualTo("own page 507: GET after PUT");
            assertThat(log.settle().text()).contains(" 507 PUT /methods/full ");
        }
        try (var client = RawClient.to(on(container))) {
            var sent = client.send("POST", "/methods/send507", "Content-Length: 0");

            assertThat(sent.status()).isEqualTo(507);
            assertThat(sent.text()).isEqualTo("own page 507: GET after POST");
        }
    }

    @Case(36)
    void noErrorAttributeIsLeftInTheRequest(Container container) throws Exception {
        try (var client = RawClient.to(on(container))) {
            PublicPage.in(client.send("PUT", "/methods/throw", KOREAN), 500);
        }

        assertThat(left(container, "PUT /methods/throw")).isEqualTo("left: ");
    }

    private static void assertAnswered(Container container, String method, String... headerLines) throws Exception {
        var body = headerLines.length == 0 ? "" : "body";
        try (var log = CapturedLog.open()) {
            var thrown = PublicPage.in(send(container, method, "/methods/throw", body, headerLines), 500);

            assertThat(log.settle().stackTraces()).as(log.text()).hasSize(1);
            assertThat(log.text()).contains(thrown.incidentId() + " 500 " + method + " /methods/throw ");

            log.mark();
            var sent = PublicPage.in(send(container, method, "/methods/send", body, headerLines), 503);

            assertThat(log.settle().text()).contains(sent.incidentId() + " 503 " + method + " /methods/send ");
        }
    }

    private static RawResponse send(Container container, String method, String path, String body, String... headerLines)
            throws IOException {
        var head = RawClient.head(method, path, headerLines);
        try (var client = RawClient.to(on(container))) {
            return client.send(head.replaceFirst("\r\n\r\n$", "\r\n" + KOREAN + "\r\n\r\n") + body);
        }
    }

    private static List<String> headerLines(Container container, String path) throws IOException {
        try (var client = RawClient.to(on(container))) {
            return client.get(path, KOREAN).headerLines();
        }
    }

    /** The connection is either closed, as announced, or serves the next request. */
    private static void assertConsistent(RawClient client, RawResponse answer) throws IOException {
        if (answer.headers("Connection").contains("close")) {
            assertThat(client.isClosedWithin(Duration.ofSeconds(2))).isTrue();
        } else {
            assertThat(client.get("/methods/ok").text()).isEqualTo("ok");
        }
    }

    /** A server that closes the connection without reading has responded before. */
    private static void send(RawClient client, String body) {
        try {
            client.write(body);
        } catch (IOException closed) {
            assertThat(closed).hasMessageMatching("Broken pipe|Connection reset.*|Socket closed");
        }
    }

    /** A request may end after the client has its response. */
    private static String left(Container container, String request) throws InterruptedException {
        var query = "/methods-left?of=" + request.replace(" ", "%20");
        var left = on(container).get(query);
        for (int i = 0; i < 100 && left.statusCode() == 404; i++) {
            Thread.sleep(20);
            left = on(container).get(query);
        }
        return left.body();
    }
}
