package org.errorpages.report;

import java.time.Instant;
import org.errorpages.incident.IncidentId;
import org.errorpages.status.Status;
import org.jspecify.annotations.Nullable;

/**
 * One redacted entry of the incident list.
 *
 * @param diagnosis one sentence about the failure and its location
 * @param request the method and path of the request
 * @param occurrences the number of such failures up to this one
 * @param path the path of the stored incident, or null
 */
public record IncidentSummary(
        IncidentId id,
        Instant time,
        Status status,
        String diagnosis,
        String request,
        long occurrences,
        @Nullable String path) {}
