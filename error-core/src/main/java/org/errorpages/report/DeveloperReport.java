package org.errorpages.report;

import java.time.Instant;
import java.util.List;
import org.errorpages.hint.Hint;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.Redactor.RedactionCount;
import org.errorpages.status.Verdict.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The redacted part of a report that only permitted developers see.
 *
 * @param diagnosis one sentence about the failure and its location
 * @param origin the frame in application code nearest to the root cause, contained in {@code causes}, or null
 * @param causes the thrown throwable and its causes, outermost first; empty if a status was sent
 * @param hopDetails details of the hops, in the order of the request's path
 * @param recurrence earlier failures of the same kind, or null if unknown
 * @param runtime the Java runtime and operating system
 * @param redactions the number of redacted values in this report
 */
public record DeveloperReport(
        String diagnosis,
        @Nullable FrameReport origin,
        Decision decision,
        RequestReport request,
        List<CauseReport> causes,
        List<Hint> hints,
        List<HopStatus.Details> hopDetails,
        @Nullable Recurrence recurrence,
        List<RedactedField> runtime,
        List<RedactionCount> redactions,
        ErrorReport publicReport) {

    /**
     * The reason for a response's status, for developers.
     *
     * @param reason the matching rule and its runner-up
     * @param explanation the steps of the classification, possibly empty
     * @param proxyError the error type of RFC 9209, or null
     */
    public record Decision(Reason reason, List<String> explanation, @Nullable String proxyError) {

        public Decision {
            explanation = List.copyOf(explanation);
        }
    }

    /**
     * The history of a kind of failure.
     *
     * @param occurrences the number of failures, including this one
     * @param previous the time of the previous failure, or null if this is the first
     * @param differences the differences from the previous failure
     * @param path the path of the stored incident, or null if the incident viewer is off
     */
    public record Recurrence(
            long occurrences,
            Instant first,
            @Nullable Instant previous,
            List<Difference> differences,
            @Nullable String path) {

        /** A redacted attribute that differs, such as {@code header Accept}; an absent value is empty. */
        public record Difference(String name, String before, String now) {}

        public Recurrence {
            differences = List.copyOf(differences);
        }
    }

    public DeveloperReport {
        causes = List.copyOf(causes);
        hints = List.copyOf(hints);
        hopDetails = List.copyOf(hopDetails);
        runtime = List.copyOf(runtime);
        redactions = List.copyOf(redactions);
    }

    /** Returns this report with earlier failures of the same kind. */
    public DeveloperReport withRecurrence(Recurrence newRecurrence) {
        return new DeveloperReport(
                diagnosis,
                origin,
                decision,
                request,
                causes,
                hints,
                hopDetails,
                newRecurrence,
                runtime,
                redactions,
                publicReport);
    }
}
