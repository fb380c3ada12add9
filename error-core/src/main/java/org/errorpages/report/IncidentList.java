package org.errorpages.report;

import java.util.List;
import org.errorpages.i18n.Messages;

/**
 * The stored incidents, for developers.
 *
 * @param messages the texts in the developer's language
 * @param lines the incidents, newest first
 * @param most the capacity of the store
 */
public record IncidentList(Messages messages, List<IncidentSummary> lines, int most) {

    public IncidentList {
        lines = List.copyOf(lines);
    }
}
