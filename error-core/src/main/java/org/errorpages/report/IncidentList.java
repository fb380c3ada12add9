package org.errorpages.report;

import java.time.Instant;
import java.util.List;
import org.errorpages.i18n.Messages;
import org.errorpages.incident.IncidentId;
import org.errorpages.status.Status;
import org.jspecify.annotations.Nullable;

/**
 * The stored incidents, for developers.
 *
 * @param messages the texts in the developer's language
 * @param incidents the incidents, newest first
 * @param capacity the capacity of the store
 */
public record IncidentList(Messages messages, List<Entry> incidents, int capacity) {

    /**
     * A redacted entry of the list.
     *
     * @param diagnosis one sentence about the failure and its location
     * @param request the method and path of the request
     * @param occurrences the number of such failures up to this one
     * @param path the path of the stored incident, or null
     */
    public record Entry(
            IncidentId id,
            Instant time,
            Status status,
            String diagnosis,
            String request,
            long occurrences,
            @Nullable String path) {}

    public IncidentList {
        incidents = List.copyOf(incidents);
    }
}
