package org.errorpages.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.errorpages.status.Verdict;

/**
 * What differs between two incidents of which the public is told the same.
 *
 * @param incident the number
 * @param time when it happened
 * @param retryAfterSeconds when a client may come again, at least 1, or 0 for unknown
 */
public record IncidentFields(IncidentId incident, Instant time, long retryAfterSeconds) {

    /** What an application says beyond this is taken for a mistake. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    public IncidentFields {
        Objects.requireNonNull(incident);
        Objects.requireNonNull(time);
    }

    /** Returns that of an incident. */
    public static IncidentFields of(Incident incident) {
        return new IncidentFields(incident.id(), incident.time(), wholeSeconds(incident.verdict()));
    }

    private static long wholeSeconds(Verdict verdict) {
        var wait = verdict.retryAfter();
        if (wait == null) {
            return 0;
        }
        return wait.compareTo(LONGEST_WAIT) > 0
                ? LONGEST_WAIT.toSeconds()
                : wait.plusNanos(999_999_999).toSeconds();
    }
}
