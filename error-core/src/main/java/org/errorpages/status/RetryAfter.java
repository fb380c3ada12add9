package org.errorpages.status;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * When a client may come again: a number of the map, or what a method of the exception tells.
 *
 * @param fixed the number, or null
 * @param accessor the method, or null
 */
record RetryAfter(@Nullable Duration fixed, @Nullable Accessor accessor) {

    static final RetryAfter UNKNOWN = new RetryAfter(null, null);

    /** The longest wait that is believed of somebody else. */
    static final Duration LONGEST = Duration.ofHours(1);

    /** Returns the wait that the throwable tells, from a second to an hour, or null. */
    @Nullable Duration of(Throwable throwable, Instant now) {
        if (accessor == null) {
            return fixed;
        }
        var told = wait(accessor.read(throwable), now);
        if (told == null || told.isNegative() || told.isZero()) {
            return null;
        }
        return told.compareTo(LONGEST) > 0 ? LONGEST : told;
    }

    /** Reads seconds, or a date in either of the forms of RFC 9110, section 10.2.3. */
    private static @Nullable Duration wait(@Nullable Object value, Instant now) {
        if (value instanceof Duration duration) {
            return duration;
        }
        if (value instanceof Number seconds) {
            return Duration.ofSeconds(seconds.longValue());
        }
        return value instanceof String text ? wait(text.strip(), now) : null;
    }

    private static @Nullable Duration wait(String text, Instant now) {
        if (!text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(now, date.toInstant());
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    @Override
    public String toString() {
        return fixed != null ? Long.toString(fixed.toSeconds()) : String.valueOf(accessor);
    }
}
