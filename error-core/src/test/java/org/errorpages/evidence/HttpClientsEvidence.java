package org.errorpages.evidence;

import static org.errorpages.evidence.NetworkFailure.FALLS_SILENT;
import static org.errorpages.evidence.NetworkFailure.RESETS_WITHIN;
import static org.errorpages.evidence.NetworkFailure.SPEAKS_NO_HTTP;
import static org.errorpages.evidence.NetworkFailure.TRUNCATES_CHUNKS;
import static org.errorpages.evidence.NetworkFailure.TRUNCATES_LENGTH;

import io.netty.channel.epoll.Epoll;
import java.util.List;
import java.util.stream.Stream;

/** Combines every HTTP client with every failing server. */
final class HttpClientsEvidence {

    private static final String TERMINATED = "connection_terminated";

    private HttpClientsEvidence() {}

    /** Returns the cases that are the same on every operating system. */
    static List<Evidence> all() {
        return Stream.of(
                        javaNetHttp("java.net.http", JdkClients::send),
                        javaNetHttp("java.net.http, asynchronous", JdkClients::sendAsync),
                        onUrlConnection("HttpURLConnection", JdkClients::urlConnection),
                        onUrlConnection("Jersey client", FrameworkClients::jersey),
                        onUrlConnection("RestClient on HttpURLConnection", FrameworkClients::restClientOnUrlConnection),
                        onApache("Apache HttpClient 5", PlainClients::apache5),
                        onApache("RestClient on Apache HttpClient 5", FrameworkClients::restClientOnApache5),
                        restClientOnJavaNetHttp(),
                        new ClientCases("OkHttp", PlainClients::okHttp).withReadTimeout(),
                        jetty(),
                        onReactorNetty("WebClient", FrameworkClients::webClient))
                .flatMap(trials -> trials.all().stream())
                .toList();
    }

    /** Returns the cases that exist only on Linux. */
    static List<Evidence> onEpoll() {
        return Epoll.isAvailable()
                ? onReactorNetty("WebClient on epoll", FrameworkClients::webClientOnEpoll)
                        .all()
                : List.of();
    }

    /** Its read timeout covers the header only, and it reports a reset as an incomplete body. */
    private static ClientCases javaNetHttp(String name, Client client) {
        return new ClientCases(name, client).without(FALLS_SILENT).with(RESETS_WITHIN, "http_response_incomplete");
    }

    /** It does not compare the body with its length. */
    private static ClientCases onUrlConnection(String name, Client client) {
        return new ClientCases(name, client).withReadTimeout().without(TRUNCATES_LENGTH);
    }

    /** It skips lines until one resembles a status line, and reaches the end. */
    private static ClientCases onApache(String name, Client client) {
        return new ClientCases(name, client).withReadTimeout().with(SPEAKS_NO_HTTP, TERMINATED);
    }

    /** After its timeout it closes the body and reports only "closed". */
    private static ClientCases restClientOnJavaNetHttp() {
        return new ClientCases("RestClient on java.net.http", FrameworkClients::restClientOnJdk)
                .with(RESETS_WITHIN, "http_response_incomplete")
                .with(FALLS_SILENT, Expected.status(502, "http_protocol_error"));
    }

    /** It throws the same exception for every truncated response. */
    private static ClientCases jetty() {
        return new ClientCases("Jetty client", PlainClients::jetty)
                .with(TRUNCATES_LENGTH, TERMINATED)
                .with(TRUNCATES_CHUNKS, TERMINATED);
    }

    /** It throws the same exception for every truncated response. */
    private static ClientCases onReactorNetty(String name, Client client) {
        return new ClientCases(name, client)
                .withReadTimeout()
                .with(TRUNCATES_LENGTH, TERMINATED)
                .with(TRUNCATES_CHUNKS, TERMINATED);
    }
}
