package org.errorpages.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** How a {@code java.util.Date} tells its time; one of SQL refuses to be an instant. */
    private static final Accessor OF_DATE = Accessor.parse("getTime").orElseThrow();

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** A number above is no wait but a point in time: 3000 years in seconds, March 1973 in milliseconds. */
    private static final long MOST_SECONDS = 100_000_000_000L;

    /** Returns the wait that the throwable tells, from a second to an hour, or null. */
    @Nullable Duration of(Throwable throwable, Clock clock) {
        if (accessor == null) {
            return fixed;
        }
        var value = accessor.read(throwable);
        var told = Suspect.guarded(() -> wait(value, clock.instant()));
        if (told == null || told.isNegative() || told.isZero()) {
            return null;
        }
        if (told.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return told.compareTo(LONGEST) > 0 ? LONGEST : told;
    }

    /** Reads a wait, or a point in time, in one of the types and forms in which exceptions and headers tell it. */
    private static @Nullable Duration wait(@Nullable Object value, Instant now) {
        if (value instanceof Duration duration) {
            return duration;
        }
        if (value instanceof Number number) {
            return wait(number.longValue(), now);
        }
        if (value instanceof String text) {
            return wait(text.strip(), now);
        }
        var until = value == null ? null : instant(value);
        return until == null ? null : Duration.between(now, until);
    }

    private static @Nullable Instant instant(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        return OF_DATE.read(value) instanceof Long millis ? Instant.ofEpochMilli(millis) : null;
    }

    private static Duration wait(long number, Instant now) {
        return number > MOST_SECONDS ? Duration.between(now, Instant.ofEpochMilli(number)) : Duration.ofSeconds(number);
    }

    private static @Nullable Duration wait(String text, Instant now) {
        if (!text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        return HttpDate.parse(text, now)
                .map(date -> Duration.between(now, date))
                .orElse(null);
    }

    @Override
    public String toString() {
        return fixed != null ? Long.toString(fixed.toSeconds()) : String.valueOf(accessor);
    }
}
