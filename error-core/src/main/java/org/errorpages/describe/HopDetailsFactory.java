package org.errorpages.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.errorpages.hint.HostAndPort;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.PrintableText;
import org.errorpages.report.CauseReport;
import org.errorpages.report.FrameReport;
import org.errorpages.report.HopStatus;
import org.errorpages.status.FaultSide;
import org.errorpages.status.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Creates the facts and the next step for each hop.
 *
 * @param origin the frame in application code nearest to the root cause, or null
 * @param messages the texts in the developer's language
 */
record HopDetailsFactory(
        Verdict verdict,
        RequestSnapshot request,
        List<CauseReport> causes,
        @Nullable FrameReport origin,
        Messages messages) {

    private static final int MAX_FACT = 200;

    List<HopStatus.Details> create() {
        return Stream.of(HopStatus.Kind.values())
                .map(kind -> new HopStatus.Details(kind, facts(kind), nextStep(kind)))
                .toList();
    }

    private List<String> facts(HopStatus.Kind kind) {
        return switch (kind) {
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
        facts.add(messages.get(request.isSafe() ? "dev.fact.safe" : "dev.fact.unsafe"));
        return facts;
    }

    private List<String> application() {
        return origin == null
                ? List.of(messages.get(isUpstreamFault() ? "dev.fact.caller" : "dev.fact.nowhere"))
                : List.of(fact("dev.fact.origin", "place", origin.call() + " (" + origin.location() + ")"));
    }

    private List<String> upstream() {
        if (!isUpstreamFault()) {
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

    /** Returns the peer named by the innermost message that names one. */
    private Optional<HostAndPort> peer() {
        return causes.stream()
                .flatMap(cause -> HostAndPort.in(cause.message()).stream())
                .reduce((outer, inner) -> inner);
    }

    private String nextStep(HopStatus.Kind kind) {
        if (kind == HopStatus.Kind.CLIENT) {
            return messages.get("dev.next.client." + retryAdvice());
        }
        var name = kind.name().toLowerCase(Locale.ROOT);
        var general = kind == HopStatus.Kind.APPLICATION && isUpstreamFault()
                ? "dev.next.application.behind"
                : "dev.next." + name;
        var ofCode = "dev.next." + name + "." + verdict.status().code();
        return messages.find(ofCode).orElseGet(() -> messages.get(general));
    }

    private String retryAdvice() {
        if (!verdict.status().isServerError()) {
            return "change";
        }
        return request.isSafe() ? "repeat" : "check";
    }

    private boolean isUpstreamFault() {
        return verdict.faultSide() == FaultSide.UPSTREAM;
    }

    private String fact(String key, String placeholder, String value) {
        return messages.get(key, placeholder, PrintableText.line(value, MAX_FACT));
    }
}
