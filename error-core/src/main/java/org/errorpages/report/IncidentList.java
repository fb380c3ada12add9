package org.errorpages.report;

import java.util.List;
import org.errorpages.i18n.Messages;

/**
 * The stored incidents, for developers.
 *
 * @param messages the texts in the developer's language
 * @param incidents the incidents, newest first
 * @param capacity the capacity of the store
 */
public record IncidentList(Messages messages, List<IncidentSummary> incidents, int capacity) {

    public IncidentList {
        incidents = List.copyOf(incidents);
    }
}
