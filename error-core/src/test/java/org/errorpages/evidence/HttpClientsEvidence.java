package org.errorpages.evidence;

import static org.errorpages.evidence.NetworkFailure.FALLS_SILENT;
import static org.errorpages.evidence.NetworkFailure.RESETS_WITHIN;
import static org.errorpages.evidence.NetworkFailure.SPEAKS_NO_HTTP;
import static org.errorpages.evidence.NetworkFailure.TRUNCATES_CHUNKS;
import static org.errorpages.evidence.NetworkFailure.TRUNCATES_LENGTH;

import io.netty.channel.epoll.Epoll;
import java.util.List;
import java.util.stream.Stream;

/** Every client against every server that fails. */
final class HttpClientsEvidence {

    private static final String TERMINATED = "connection_terminated";

    private HttpClientsEvidence() {}

    /** Returns what is the same on every operating system. */
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
                        new ClientTrials("OkHttp", PlainClients::okHttp).withReadTimeout(),
                        jetty(),
                        onReactorNetty("WebClient", FrameworkClients::webClient))
                .flatMap(trials -> trials.all().stream())
                .toList();
    }

    /** Returns what only Linux knows. */
    static List<Evidence> onEpoll() {
        return Epoll.isAvailable()
                ? onReactorNetty("WebClient on epoll", FrameworkClients::webClientOnEpoll)
                        .all()
                : List.of();
    }

    /** Its read timeout ends with the header, and a reset is told as a body that is incomplete. */
    private static ClientTrials javaNetHttp(String name, Client client) {
        return new ClientTrials(name, client).without(FALLS_SILENT).with(RESETS_WITHIN, "http_response_incomplete");
    }

    /** It does not count what it reads. */
    private static ClientTrials onUrlConnection(String name, Client client) {
        return new ClientTrials(name, client).withReadTimeout().without(TRUNCATES_LENGTH);
    }

    /** It skips lines until one looks like a status line, and meets the end. */
    private static ClientTrials onApache(String name, Client client) {
        return new ClientTrials(name, client).withReadTimeout().with(SPEAKS_NO_HTTP, TERMINATED);
    }

    /** When its time is over it closes the body, and says no more than "closed". */
    private static ClientTrials restClientOnJavaNetHttp() {
        return new ClientTrials("RestClient on java.net.http", FrameworkClients::restClientOnJdk)
                .with(RESETS_WITHIN, "http_response_incomplete")
                .with(FALLS_SILENT, Expected.status(502, "http_protocol_error"));
    }

    /** It has one exception for every early end. */
    private static ClientTrials jetty() {
        return new ClientTrials("Jetty client", PlainClients::jetty)
                .with(TRUNCATES_LENGTH, TERMINATED)
                .with(TRUNCATES_CHUNKS, TERMINATED);
    }

    /** It has one exception for every early end. */
    private static ClientTrials onReactorNetty(String name, Client client) {
        return new ClientTrials(name, client)
                .withReadTimeout()
                .with(TRUNCATES_LENGTH, TERMINATED)
                .with(TRUNCATES_CHUNKS, TERMINATED);
    }
}
