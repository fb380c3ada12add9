package org.errorpages.render;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How a time is written in an answer: the same in all languages, in UTC. */
public final class TimeText {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TimeText() {}

    /** Returns the time to the second as ISO 8601 has it, such as {@code 2026-11-22T14:03:11Z}. */
    public static String toTheSecond(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Returns the time of the day, such as {@code 14:03 UTC}. */
    public static String clock(Instant time) {
        return CLOCK.format(time);
    }
}
