package org.errorpages.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.errorpages.i18n.Messages;
import org.errorpages.incident.IncidentId;
import org.errorpages.status.Status;
import org.jspecify.annotations.Nullable;

/**
 * The localised and redacted content of a response, ready for the renderers.
 *
 * <p>A public report contains no internal information: its {@link #developer()} is null.
 *
 * @param incidentId the id of the incident, or null in a preview
 * @param time the time of the incident, or null in a preview
 * @param messages the texts in the language of the response
 * @param hops the hops of the request, one of them failed
 * @param retryAfterSeconds the wait before a retry, at least 1, or 0 if unknown
 * @param headers the header fields that belong to the status
 * @param developer the part for permitted developers, or null for the public
 */
public record ErrorReport(
        Status status,
        @Nullable IncidentId incidentId,
        @Nullable Instant time,
        Messages messages,
        Site site,
        UserMessage userMessage,
        List<HopStatus> hops,
        long retryAfterSeconds,
        Map<String, String> headers,
        @Nullable DeveloperReport developer) {

    public ErrorReport {
        hops = List.copyOf(hops);
        headers = Map.copyOf(headers);
    }

    /** Returns the hop at which the request failed. */
    public HopStatus failedHop() {
        return hops.stream()
                .filter(hop -> hop.state() == HopStatus.State.FAILED)
                .findFirst()
                .orElseThrow();
    }

    /** Returns this report with the fields of another incident. */
    public ErrorReport withIncidentFields(IncidentId newId, Instant newTime, long newRetryAfterSeconds) {
        return new ErrorReport(
                status, newId, newTime, messages, site, userMessage, hops, newRetryAfterSeconds, headers, developer);
    }

    /** Returns this report with another part for developers. */
    public ErrorReport withDeveloper(DeveloperReport newDeveloper) {
        return new ErrorReport(
                status, incidentId, time, messages, site, userMessage, hops, retryAfterSeconds, headers, newDeveloper);
    }
}
