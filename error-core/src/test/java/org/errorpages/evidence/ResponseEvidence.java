package org.errorpages.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.errorpages.evidence.Evidence.Provocation;
import org.errorpages.status.UpstreamException;

/** Servers behind that answer, but with an error, towards clients that make an exception of it. */
final class AnswersEvidence {

    private static final Map<String, Client> CLIENTS = new TreeMap<>(Map.of(
            "Jersey client", FrameworkClients::jersey,
            "RestClient", FrameworkClients::restClientOnJdk,
            "WebClient", FrameworkClients::webClient));

    private static final List<Answer> ANSWERS = List.of(
            new Answer("401 Unauthorized", "WWW-Authenticate: Basic", Expected.status(500), bad()),
            new Answer("404 Not Found", "X-Till: 7", Expected.status(500), bad()),
            new Answer("429 Too Many Requests", "Retry-After: 7", unavailable(), unavailable()),
            new Answer("500 Internal Server Error", "X-Till: 7", bad(), bad()),
            new Answer("503 Service Unavailable", "Retry-After: 7", unavailable(), unavailable()),
            new Answer("504 Gateway Timeout", "X-Till: 7", Expected.status(503), Expected.anyToken(504)));

    /**
     * What a server says.
     *
     * @param line status and reason
     * @param field a header field
     * @param helper what is expected where the call was but a help
     * @param gateway what is expected where the call was the answer
     */
    private record Answer(String line, String field, Expected helper, Expected gateway) {}

    private AnswersEvidence() {}

    static List<Evidence> all() {
        var all = new ArrayList<Evidence>();
        CLIENTS.forEach((name, client) -> {
            for (var answer : ANSWERS) {
                var failure = name + ": server answers " + answer.line;
                all.add(new Evidence(failure, answer.helper, asking(client, answer)));
                all.add(new Evidence(failure + ", as a gateway", answer.gateway, marking(asking(client, answer))));
            }
        });
        return all;
    }

    private static Provocation asking(Client client, Answer answer) {
        var says = Misbehaviour.saying(Misbehaviour.answer(answer.line, answer.field));
        return () -> {
            try (var server = FailingUpstream.plain(says)) {
                client.get(server.uri(), Patience.ENDLESS);
            }
        };
    }

    private static Provocation marking(Provocation provocation) {
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
