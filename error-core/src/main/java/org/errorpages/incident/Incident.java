package org.errorpages.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;
import org.errorpages.status.Verdict;

/**
 * Describes one failure to the log and other listeners. Nothing in it is redacted.
 *
 * @param id the reference that the response shows as well
 * @param loggedElsewhere whether the container logs the stack trace; false for a throttled incident for which that was
 *     not determined
 * @param throttled whether the log summarises this incident with similar ones of the same second
 * @param explanation the steps that led to the verdict, line by line; empty in production
 */
public record Incident(
        IncidentId id,
        Instant time,
        Failure failure,
        Verdict verdict,
        RequestSnapshot request,
        boolean loggedElsewhere,
        boolean throttled,
        List<String> explanation) {

    /** A longer wait is taken for a mistake of the application. */
    private static final Duration MAX_WAIT = Duration.ofDays(7);

    public Incident {
        Objects.requireNonNull(id);
        Objects.requireNonNull(time);
        Objects.requireNonNull(failure);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(request);
        explanation = List.copyOf(explanation);
    }

    /** Returns the incident of a failure that the container doesn't log. */
    public static Incident of(IncidentId id, Instant time, Failure failure, Verdict verdict, RequestSnapshot request) {
        return new Incident(id, time, failure, verdict, request, false, false, List.of());
    }

    /** Returns the seconds until the client may retry, rounded up and at least 1, or 0 for unknown. */
    public long retryAfterSeconds() {
        var wait = Objects.requireNonNullElse(verdict.retryAfter(), Duration.ZERO);
        return (wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait.plusNanos(999_999_999)).toSeconds();
    }

    /** Returns this incident with the explanation of its verdict. */
    public Incident withExplanation(List<String> newExplanation) {
        return new Incident(id, time, failure, verdict, request, loggedElsewhere, throttled, newExplanation);
    }

    /** Returns this incident as a throttled one, with an id of its series. */
    public Incident throttled(IncidentId newId) {
        return new Incident(newId, time, failure, verdict, request, loggedElsewhere, true, explanation);
    }

    /** Returns this incident as one whose stack trace the container logs. */
    public Incident asLoggedElsewhere() {
        return new Incident(id, time, failure, verdict, request, true, throttled, explanation);
    }
}
