package org.errorpages.report;

import java.util.List;
import java.util.Objects;
import org.errorpages.i18n.Messages;

/**
 * The incidents that are remembered, for a developer.
 *
 * @param messages the texts of the developer's language
 * @param lines the incidents, newest first
 * @param most how many are remembered at most
 */
public record IncidentList(Messages messages, List<IncidentSummary> lines, int most) {

    public IncidentList {
        Objects.requireNonNull(messages);
        lines = List.copyOf(lines);
    }
}
