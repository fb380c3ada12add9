package org.errorpages.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.errorpages.evidence.Evidence.Provocation;
import org.errorpages.status.UpstreamException;

/** Provides upstream error responses that clients turn into exceptions. */
final class ResponseEvidence {

    private static final Map<String, Client> CLIENTS = new TreeMap<>(Map.of(
            "Jersey client", FrameworkClients::jersey,
            "RestClient", FrameworkClients::restClientOnJdk,
            "WebClient", FrameworkClients::webClient));

    private static final List<Response> RESPONSES = List.of(
            new Response("401 Unauthorized", "WWW-Authenticate: Basic", Expected.status(500), bad()),
            new Response("404 Not Found", "X-Till: 7", Expected.status(500), bad()),
            new Response("429 Too Many Requests", "Retry-After: 7", unavailable(), unavailable()),
            new Response("500 Internal Server Error", "X-Till: 7", bad(), bad()),
            new Response("503 Service Unavailable", "Retry-After: 7", unavailable(), unavailable()),
            new Response("504 Gateway Timeout", "X-Till: 7", Expected.status(503), Expected.anyToken(504)));

    /**
     * An upstream response.
     *
     * @param line the status and reason phrase
     * @param field a header field
     * @param helper the expected verdict if the application is not a gateway
     * @param gateway the expected verdict if the application is a gateway
     */
    private record Response(String line, String field, Expected helper, Expected gateway) {}

    private ResponseEvidence() {}

    static List<Evidence> all() {
        var all = new ArrayList<Evidence>();
        CLIENTS.forEach((name, client) -> {
            for (var response : RESPONSES) {
                var failure = name + ": server responds " + response.line;
                all.add(new Evidence(failure, response.helper, calling(client, response)));
                all.add(new Evidence(
                        failure + ", as a gateway", response.gateway, asUpstreamFailure(calling(client, response))));
            }
        });
        return all;
    }

    private static Provocation calling(Client client, Response response) {
        var behaviour = ServerBehaviour.sending(ServerBehaviour.response(response.line, response.field));
        return () -> {
            try (var server = FailingUpstream.plain(behaviour)) {
                client.get(server.uri(), Timeouts.LONG_TIMEOUTS);
            }
        };
    }

    private static Provocation asUpstreamFailure(Provocation provocation) {
        return () -> {
            try {
                provocation.run();
            } catch (Exception e) {
                throw new UpstreamException("payments", e);
            }
        };
    }

    private static Expected bad() {
        return Expected.anyToken(502);
    }

    private static Expected unavailable() {
        return Expected.anyToken(503).retryAfter(7);
    }
}
