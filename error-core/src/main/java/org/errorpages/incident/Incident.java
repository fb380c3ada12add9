package org.errorpages.incident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;
import org.errorpages.status.Verdict;

/**
 * What happened, once: for a log and for other listeners inside, not for an answer. Nothing in it is redacted.
 *
 * @param id the number that the answer holds as well
 * @param time when it happened
 * @param failure what went wrong
 * @param verdict what was decided about it
 * @param request the request that failed
 * @param loggedElsewhere whether somebody else gets to see what was thrown as well, and logs its stack
 * @param throttled whether it is one of so many of a kind in one second that the log tells of them in one line
 * @param explanation how the verdict came about, line by line; empty in production
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

    public Incident {
        Objects.requireNonNull(id);
        Objects.requireNonNull(time);
        Objects.requireNonNull(failure);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(request);
        explanation = List.copyOf(explanation);
    }

    /** Returns the incident of a failure that only we get to see. */
    public static Incident of(IncidentId id, Instant time, Failure failure, Verdict verdict, RequestSnapshot request) {
        return new Incident(id, time, failure, verdict, request, false, false, List.of());
    }

    /** Returns this incident with the explanation of its verdict. */
    public Incident explained(List<String> newExplanation) {
        return new Incident(id, time, failure, verdict, request, loggedElsewhere, throttled, newExplanation);
    }

    /** Returns this incident as one of a series, with its number in it. */
    public Incident throttled(IncidentId number) {
        return new Incident(number, time, failure, verdict, request, loggedElsewhere, true, explanation);
    }

    /** Returns this incident as one of which a server gets to see the throwable as well. */
    public Incident asLoggedElsewhere() {
        return new Incident(id, time, failure, verdict, request, true, throttled, explanation);
    }
}
