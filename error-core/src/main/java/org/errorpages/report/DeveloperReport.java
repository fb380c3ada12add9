package org.errorpages.report;

import java.util.List;
import java.util.Objects;
import org.errorpages.hint.Hint;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.RedactionCount;
import org.jspecify.annotations.Nullable;

/**
 * What a permitted developer is told besides; redacted.
 *
 * @param diagnosis one sentence: what happened where
 * @param origin the frame of the application nearest to the root cause, one of those of {@code causes}, or null
 * @param decision why the answer has its status
 * @param request the request
 * @param causes what was thrown and what caused it, outermost first; empty where a status was sent
 * @param hints what can be done about it
 * @param evidence what is known of the places on the way of the request, in the order of the way
 * @param recurrence what is remembered of such failures, or null
 * @param runtime what the application runs on
 * @param hidden the receipt: what of all this is not shown
 * @param seen what anybody else would be told
 */
public record DeveloperReport(
        String diagnosis,
        @Nullable FrameReport origin,
        Decision decision,
        RequestReport request,
        List<CauseReport> causes,
        List<Hint> hints,
        List<HopDetails> evidence,
        @Nullable Recurrence recurrence,
        List<RedactedField> runtime,
        List<RedactionCount> hidden,
        ErrorReport seen) {

    public DeveloperReport {
        Objects.requireNonNull(diagnosis);
        Objects.requireNonNull(decision);
        Objects.requireNonNull(request);
        causes = List.copyOf(causes);
        hints = List.copyOf(hints);
        evidence = List.copyOf(evidence);
        runtime = List.copyOf(runtime);
        hidden = List.copyOf(hidden);
        Objects.requireNonNull(seen);
    }

    /** Returns this report with what is remembered of such failures. */
    public DeveloperReport with(Recurrence newRecurrence) {
        return new DeveloperReport(
                diagnosis, origin, decision, request, causes, hints, evidence, newRecurrence, runtime, hidden, seen);
    }
}
