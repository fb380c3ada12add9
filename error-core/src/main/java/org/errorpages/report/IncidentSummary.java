package org.errorpages.report;

import java.time.Instant;
import java.util.Objects;
import org.errorpages.incident.IncidentId;
import org.errorpages.status.Status;
import org.jspecify.annotations.Nullable;

/**
 * One incident of a list; redacted.
 *
 * @param id its number
 * @param time when it happened
 * @param status the status of its answer
 * @param diagnosis one sentence: what happened where
 * @param request the method and the path of the request
 * @param times how often failures of its kind had happened by then
 * @param path where it can be looked up, or null
 */
public record IncidentSummary(
        IncidentId id,
        Instant time,
        Status status,
        String diagnosis,
        String request,
        long times,
        @Nullable String path) {

    public IncidentSummary {
        Objects.requireNonNull(id);
        Objects.requireNonNull(time);
        Objects.requireNonNull(status);
        Objects.requireNonNull(diagnosis);
        Objects.requireNonNull(request);
    }
}
