package org.errorpages.report;

import java.time.Instant;
import java.util.Objects;
import org.errorpages.request.RequestFacts;
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
 */
public record Incident(IncidentId id, Instant time, Failure failure, Verdict verdict, RequestFacts request) {

    public Incident {
        Objects.requireNonNull(id);
        Objects.requireNonNull(time);
        Objects.requireNonNull(failure);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(request);
    }
}
