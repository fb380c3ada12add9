package org.errorpages.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.errorpages.hint.HostAndPort;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.SafeText;
import org.errorpages.report.CauseReport;
import org.errorpages.report.FrameReport;
import org.errorpages.report.Hop;
import org.errorpages.report.HopDetails;
import org.errorpages.report.HopKind;
import org.errorpages.status.Verdict;
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
record HopDetailsFactory(
        Verdict verdict,
        RequestSnapshot request,
        List<CauseReport> causes,
        @Nullable FrameReport origin,
        Messages messages) {

    private static final int MAX_FACT = 200;

    List<HopDetails> all() {
        return Stream.of(HopKind.values())
                .map(place -> new HopDetails(place, facts(place), next(place)))
                .toList();
    }

    private List<String> facts(HopKind place) {
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
        var decisive = verdict.reason().decisiveClass();
        if (decisive != null) {
            facts.add(fact("dev.fact.because", "exception", decisive));
        }
        return facts;
    }

    /** Returns the peer that the exceptions name: the innermost knows best. */
    private Optional<HostAndPort> peer() {
        return causes.stream()
                .flatMap(cause -> HostAndPort.in(cause.message()).stream())
                .reduce((outer, inner) -> inner);
    }

    private String next(HopKind place) {
        if (place == HopKind.CLIENT) {
            return messages.get("dev.next.client." + repetition());
        }
        var name = place.name().toLowerCase(Locale.ROOT);
        var general = place == HopKind.APPLICATION && isBehind() ? "dev.next.application.behind" : "dev.next." + name;
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
        return Hop.failing(verdict) == HopKind.UPSTREAM;
    }

    private String fact(String key, String placeholder, String value) {
        return messages.get(key, placeholder, SafeText.line(value, MAX_FACT));
    }
}
