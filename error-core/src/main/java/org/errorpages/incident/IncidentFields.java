package org.errorpages.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Holds the values in which otherwise equal public responses differ.
 *
 * @param incident the incident id
 * @param time the time of the failure
 * @param retryAfterSeconds the seconds until the client may retry, at least 1, or 0 for unknown
 */
public record IncidentFields(IncidentId incident, Instant time, long retryAfterSeconds) {

    /** A longer wait is taken for a mistake of the application. */
    private static final Duration MAX_WAIT = Duration.ofDays(7);

    public IncidentFields {
        Objects.requireNonNull(incident);
        Objects.requireNonNull(time);
    }

    /** Returns the values of an incident; a wait is rounded up to whole seconds. */
    public static IncidentFields of(Incident incident) {
        var wait = incident.verdict().findRetryAfter().orElse(Duration.ZERO);
        var bounded = wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait.plusNanos(999_999_999);
        return new IncidentFields(incident.id(), incident.time(), bounded.toSeconds());
    }
}
