package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.summary;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.errorpages.status.UpstreamException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests exceptions of the JDK clients over real sockets, plain and inside an UpstreamException. */
final class RealHttpClientsTest {

    private static final Duration SOON = Duration.ofMillis(200);
    /** Much longer than a local server needs. */
    private static final Duration LATE = Duration.ofSeconds(20);

    private static final String REFUSED = "502 UPSTREAM proxy=connection_refused";
    private static final String TERMINATED = "502 UPSTREAM proxy=connection_terminated";

    private enum Client {
        SYNCHRONOUS {
            @Override
            void get(URI uri, Duration timeout) throws Exception {
                HTTP.send(request(uri, timeout), BodyHandlers.ofString());
            }
        },
        ASYNCHRONOUS {
            @Override
            void get(URI uri, Duration timeout) {
                HTTP.sendAsync(request(uri, timeout), BodyHandlers.ofString()).join();
            }
        },
        URL_CONNECTION {
            @Override
            void get(URI uri, Duration timeout) throws Exception {
                var connection = uri.toURL().openConnection(Proxy.NO_PROXY);
                connection.setReadTimeout(Math.toIntExact(timeout.toMillis()));
                try (var body = connection.getInputStream()) {
                    body.readAllBytes();
                }
            }
        };

        private static final HttpClient HTTP =
                HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();

        abstract void get(URI uri, Duration timeout) throws Exception;

        private static HttpRequest request(URI uri, Duration timeout) {
            return HttpRequest.newBuilder(uri).timeout(timeout).build();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClosedPortIs502(Client client) throws IOException {
        var uri = MisbehavingServer.refusing();

        var thrown = catchThrowable(() -> client.get(uri, LATE));

        assertThat(verdicts(thrown)).containsOnly(REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatDoesNotRespondIs504(Client client) throws IOException {
        try (var server = MisbehavingServer.silent()) {
            var thrown = catchThrowable(() -> client.get(server.uri(), SOON));

            assertThat(verdicts(thrown)).allMatch(verdict -> verdict.startsWith("504 UPSTREAM"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMalformedResponseIs502(Client client) throws IOException {
        try (var server = MisbehavingServer.sending("SSH-2.0-OpenSSH_9.6\r\n\r\n")) {
            var thrown = catchThrowable(() -> client.get(server.uri(), LATE));

            assertThat(verdicts(thrown)).allMatch(verdict -> verdict.startsWith("502 UPSTREAM"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatResetsTheConnectionIs502(Client client) throws IOException {
        try (var server = MisbehavingServer.resetting()) {
            var thrown = catchThrowable(() -> client.get(server.uri(), LATE));

            assertThat(verdicts(thrown)).containsOnly(TERMINATED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatClosesTheConnectionIs502AndNotADisconnectedClient(Client client) throws IOException {
        try (var server = MisbehavingServer.closing()) {
            var thrown = catchThrowable(() -> client.get(server.uri(), LATE));

            assertThat(verdicts(thrown)).containsOnly(TERMINATED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTruncatedChunkedBodyIs502(Client client) throws IOException {
        try (var server =
                MisbehavingServer.sending("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nshort")) {
            var thrown = catchThrowable(() -> client.get(server.uri(), LATE));

            assertThat(verdicts(thrown)).allMatch(verdict -> verdict.startsWith("502 UPSTREAM"));
        }
    }

    /** HttpURLConnection does not detect this. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "URL_CONNECTION")
    void aTruncatedBodyIs502(Client client) throws IOException {
        try (var server = MisbehavingServer.sending("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort")) {
            var thrown = catchThrowable(() -> client.get(server.uri(), LATE));

            assertThat(verdicts(thrown)).allMatch(verdict -> verdict.startsWith("502 UPSTREAM"));
        }
    }

    /** Returns the verdicts on the exception and on an exception that wraps it. */
    private static String[] verdicts(Throwable thrown) {
        assertThat(thrown).isNotNull();
        return new String[] {
            summary(classify(thrown)),
            summary(classify(new UpstreamException("payments", thrown))),
            summary(classify(new IllegalStateException("order 7", thrown)))
        };
    }
}
