package org.errorpages.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.errorpages.i18n.Messages;
import org.errorpages.incident.IncidentFields;
import org.errorpages.incident.IncidentId;
import org.errorpages.status.Status;
import org.jspecify.annotations.Nullable;

/**
 * All that an answer says about a failure, localised and redacted: what the renderers read.
 *
 * <p>What may not be shown is not in it. A report for the public has no {@link #developer()} and nothing else of the
 * inside.
 *
 * @param status the status
 * @param incident the number of the incident, or null for a failure that has not happened yet
 * @param time when it happened, or null like the number
 * @param messages the texts of the answer's language
 * @param site who speaks
 * @param advice what is said to people
 * @param hops the way of the request, with the place that failed
 * @param retryAfterSeconds when a client may come again, at least 1, or 0 for unknown
 * @param headers header fields that go with the status
 * @param developer what a permitted developer is told besides, or null for the public
 */
public record ErrorReport(
        Status status,
        @Nullable IncidentId incident,
        @Nullable Instant time,
        Messages messages,
        Site site,
        UserMessage advice,
        List<Hop> hops,
        long retryAfterSeconds,
        Map<String, String> headers,
        @Nullable DeveloperReport developer) {

    public ErrorReport {
        Objects.requireNonNull(status);
        Objects.requireNonNull(messages);
        Objects.requireNonNull(site);
        Objects.requireNonNull(advice);
        hops = List.copyOf(hops);
        headers = Map.copyOf(headers);
    }

    /** Returns what a permitted developer is told besides. */
    public Optional<DeveloperReport> forDeveloper() {
        return Optional.ofNullable(developer);
    }

    /** Returns the place at which the request failed. */
    public Hop failingHop() {
        return hops.stream()
                .filter(hop -> hop.state() == Hop.State.FAILED)
                .findFirst()
                .orElseThrow();
    }

    /** Returns this report as if the same had happened on another occasion. */
    public ErrorReport on(IncidentFields occasion) {
        return new ErrorReport(
                status,
                occasion.incident(),
                occasion.time(),
                messages,
                site,
                advice,
                hops,
                occasion.retryAfterSeconds(),
                headers,
                developer);
    }

    /** Returns this report with something else for a developer. */
    public ErrorReport with(DeveloperReport newDeveloper) {
        return new ErrorReport(
                status, incident, time, messages, site, advice, hops, retryAfterSeconds, headers, newDeveloper);
    }
}
