package org.errorpages.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history of a kind of failure, for developers.
 *
 * @param occurrences the number of failures, including this one
 * @param first the time of the first failure
 * @param previous the time of the previous failure, or null if this is the first
 * @param differences the differences from the previous failure
 * @param path the path of the stored incident, or null if the incident viewer is off
 */
public record Recurrence(
        long occurrences,
        Instant first,
        @Nullable Instant previous,
        List<Difference> differences,
        @Nullable String path) {

    /**
     * A redacted attribute that differs.
     *
     * @param name the attribute, such as {@code header Accept}
     * @param before its previous value, or the empty string
     * @param now its present value, or the empty string
     */
    public record Difference(String name, String before, String now) {}

    public Recurrence {
        differences = List.copyOf(differences);
    }
}
