package org.errorpages.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.errorpages.hint.Address;
import org.errorpages.request.RequestFacts;
import org.errorpages.status.Verdict;
import org.errorpages.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Says of each place on the way of a request what is known of it and from where, and what to do there next.
 *
 * @param verdict what was decided
 * @param request the request
 * @param causes what was thrown
 * @param origin the frame of the application that failed, or null
 * @param messages the texts of the developer's language
 */
record WayEvidence(
        Verdict verdict,
        RequestFacts request,
        List<CauseReport> causes,
        @Nullable FrameReport origin,
        Messages messages) {

    private static final int MAX_FACT = 200;

    List<Evidence> all() {
        return Stream.of(Place.values())
                .map(place -> new Evidence(place, facts(place), next(place)))
                .toList();
    }

    private List<String> facts(Place place) {
        return switch (place) {
            case CLIENT -> client();
            case GATEWAY -> List.of(messages.get("dev.fact.gateway"));
            case APPLICATION -> application();
            case UPSTREAM -> upstream();
        };
    }

    private List<String> client() {
        var facts = new ArrayList<String>();
        if (!request.remoteAddress().isEmpty()) {
            facts.add(fact("dev.fact.client", "address", request.remoteAddress()));
        }
        facts.add(messages.get(request.safe() ? "dev.fact.safe" : "dev.fact.unsafe"));
        return facts;
    }

    private List<String> application() {
        return origin == null
                ? List.of(messages.get(isBehind() ? "dev.fact.caller" : "dev.fact.nowhere"))
                : List.of(fact("dev.fact.origin", "place", origin.call() + " (" + origin.location() + ")"));
    }

    private List<String> upstream() {
        if (!isBehind()) {
            return List.of(messages.get("dev.fact.uninvolved"));
        }
        var facts = new ArrayList<String>();
        peer().ifPresent(peer -> facts.add(fact("dev.fact.peer", "peer", peer.toString())));
        var decisive = verdict.because().decisive();
        if (decisive != null) {
            facts.add(fact("dev.fact.because", "exception", decisive));
        }
        return facts;
    }

    /** Returns the peer that the exceptions name: the innermost knows best. */
    private Optional<Address> peer() {
        return causes.stream()
                .flatMap(cause -> Address.in(cause.message()).stream())
                .reduce((outer, inner) -> inner);
    }

    private String next(Place place) {
        if (place == Place.CLIENT) {
            return messages.get("dev.next.client." + repetition());
        }
        var name = place.name().toLowerCase(Locale.ROOT);
        var general = place == Place.APPLICATION && isBehind() ? "dev.next.application.behind" : "dev.next." + name;
        var ofCode = "dev.next." + name + "." + verdict.status().code();
        return messages.find(ofCode).orElseGet(() -> messages.get(general));
    }

    private String repetition() {
        if (!verdict.status().isServerError()) {
            return "change";
        }
        return request.safe() ? "repeat" : "check";
    }

    private boolean isBehind() {
        return Hop.failing(verdict) == Place.UPSTREAM;
    }

    private String fact(String key, String placeholder, String value) {
        return messages.get(key, placeholder, ForeignText.line(value, MAX_FACT));
    }
}
