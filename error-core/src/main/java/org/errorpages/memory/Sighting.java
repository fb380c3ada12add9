package org.errorpages.memory;

import java.time.Instant;
import java.util.List;
import org.errorpages.report.Recurrence;
import org.errorpages.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A failure of one kind, seen for the last time.
 *
 * @param times how often it was seen
 * @param first when it was seen first
 * @param last when it was seen the last time
 * @param traits what it was like then
 */
record Sighting(long times, Instant first, Instant last, Traits traits) {

    /** Returns this failure, seen once more, or for the first time. */
    static Sighting after(@Nullable Sighting before, Instant now, Traits traits) {
        return before == null
                ? new Sighting(1, now, now, traits)
                : new Sighting(before.times + 1, before.first, now, traits);
    }

    Recurrence since(@Nullable Sighting before, Messages messages, @Nullable String path) {
        return before == null
                ? new Recurrence(times, first, null, List.of(), path)
                : new Recurrence(times, first, before.last, traits.since(before.traits, messages), path);
    }
}
