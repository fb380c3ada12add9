package org.errorpages.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a failure of the same kind.
 *
 * @param times how often it happened, this time included
 * @param first when it happened first
 * @param last when it happened the last time before this, or null if this is the first time
 * @param differences what differed from the last time
 * @param path where the incident can be looked up later, or null where nothing serves that
 */
public record Recurrence(
        long times, Instant first, @Nullable Instant last, List<Difference> differences, @Nullable String path) {

    /**
     * Something that differed; redacted.
     *
     * @param name what, such as {@code header Accept}
     * @param before its value the last time, empty where there was none
     * @param now its value now, empty where there is none
     */
    public record Difference(String name, String before, String now) {

        public Difference {
            Objects.requireNonNull(name);
            Objects.requireNonNull(before);
            Objects.requireNonNull(now);
        }
    }

    public Recurrence {
        Objects.requireNonNull(first);
        differences = List.copyOf(differences);
    }
}
