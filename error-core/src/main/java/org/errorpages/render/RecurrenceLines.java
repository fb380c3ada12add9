package org.errorpages.render;

import java.time.Instant;
import java.util.List;
import org.errorpages.report.Recurrence;
import org.errorpages.text.Messages;
import org.jspecify.annotations.Nullable;

/** What is remembered of failures of the same kind, as lines of plain text. */
record RecurrenceLines(Recurrence recurrence, Messages messages) {

    /** Returns how often and when. */
    String times() {
        return recurrence.last() == null
                ? messages.get("dev.memory.once")
                : messages.get("dev.memory.times", "count", Long.toString(recurrence.times())) + "; "
                        + messages.get("dev.memory.first", "time", seconds(recurrence.first())) + "; "
                        + messages.get("dev.memory.last", "time", seconds(recurrence.last()));
    }

    /** Returns what differed, each on a line. */
    List<String> differences() {
        return recurrence.differences().stream()
                .map(difference ->
                        difference.name() + ": " + shown(difference.before()) + " → " + shown(difference.now()))
                .toList();
    }

    private String shown(String value) {
        return value.isEmpty() ? messages.get("dev.memory.absent") : value;
    }

    private static String seconds(@Nullable Instant time) {
        return time == null ? "" : TimeText.toTheSecond(time);
    }
}
