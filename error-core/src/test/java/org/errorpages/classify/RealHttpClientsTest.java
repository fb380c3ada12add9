package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.said;

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

/** What the clients of the JDK throw over real sockets, as it comes and marked as the answer of a server behind. */
final class RealHttpClientsTest {

    private static final Duration SOON = Duration.ofMillis(200);
    /** Far more than a server of this machine needs. */
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
    void aPortOnWhichNobodyListensIs502(Client client) throws IOException {
        var uri = RudeServer.refusing();

        var thrown = catchThrowable(() -> client.get(uri, LATE));

        assertThat(verdicts(thrown)).containsOnly(REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsSilentIs504(Client client) throws IOException {
        try (var server = RudeServer.silent()) {
            var thrown = catchThrowable(() -> client.get(server.uri(), SOON));

            assertThat(verdicts(thrown)).allMatch(verdict -> verdict.startsWith("504 UPSTREAM"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatAnswersGarbageIs502(Client client) throws IOException {
        try (var server = RudeServer.saying("SSH-2.0-OpenSSH_9.6\r\n\r\n")) {
            var thrown = catchThrowable(() -> client.get(server.uri(), LATE));

            assertThat(verdicts(thrown)).allMatch(verdict -> verdict.startsWith("502 UPSTREAM"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatResetsTheConnectionIs502(Client client) throws IOException {
        try (var server = RudeServer.resetting()) {
            var thrown = catchThrowable(() -> client.get(server.uri(), LATE));

            assertThat(verdicts(thrown)).containsOnly(TERMINATED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatHangsUpIs502AndNoClientThatLeft(Client client) throws IOException {
        try (var server = RudeServer.hangingUp()) {
            var thrown = catchThrowable(() -> client.get(server.uri(), LATE));

            assertThat(verdicts(thrown)).containsOnly(TERMINATED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void chunksThatEndTooEarlyAre502(Client client) throws IOException {
        try (var server = RudeServer.saying("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nshort")) {
            var thrown = catchThrowable(() -> client.get(server.uri(), LATE));

            assertThat(verdicts(thrown)).allMatch(verdict -> verdict.startsWith("502 UPSTREAM"));
        }
    }

    /** HttpURLConnection does not notice. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "URL_CONNECTION")
    void aBodyThatEndsTooEarlyIs502(Client client) throws IOException {
        try (var server = RudeServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort")) {
            var thrown = catchThrowable(() -> client.get(server.uri(), LATE));

            assertThat(verdicts(thrown)).allMatch(verdict -> verdict.startsWith("502 UPSTREAM"));
        }
    }

    /** Returns what is said of the exception as it is, and of one that wraps it. */
    private static String[] verdicts(Throwable thrown) {
        assertThat(thrown).isNotNull();
        return new String[] {
            said(classify(thrown)),
            said(classify(new UpstreamException("payments", thrown))),
            said(classify(new IllegalStateException("order 7", thrown)))
        };
    }
}
