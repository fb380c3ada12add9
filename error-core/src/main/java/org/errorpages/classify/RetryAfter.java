package org.errorpages.classify;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQuery;
import java.util.Locale;
import java.util.Optional;
import org.errorpages.throwable.PropertyPath;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * When a client may come again: a number of the map, or what a method of the exception tells.
 *
 * @param fixed the number, or null
 * @param accessor the method, or null
 */
record RetryAfter(@Nullable Duration fixed, @Nullable PropertyPath accessor) {

    static final RetryAfter UNKNOWN = new RetryAfter(null, null);

    /** The longest wait that is believed of somebody else. */
    static final Duration LONGEST = Duration.ofHours(1);

    /** How a {@code java.util.Date} tells its time; one of SQL refuses to be an instant. */
    private static final PropertyPath OF_DATE = PropertyPath.parse("getTime").orElseThrow();

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** A number above is no wait but a point in time: 3000 years in seconds, March 1973 in milliseconds. */
    private static final long MOST_SECONDS = 100_000_000_000L;

    /** Longer than any date, with blanks to spare. */
    private static final int LONGEST_DATE = 64;

    private static final DateTimeFormatter ASCTIME =
            formatter("EEE MMM d H:mm:ss uuuu").toFormatter(Locale.US);

    /** Returns the wait that the throwable tells, from a second to an hour, or null. */
    @Nullable
    Duration of(Throwable throwable, Clock clock) {
        if (accessor == null) {
            return fixed;
        }
        var value = accessor.read(throwable);
        var told = SafeThrowable.guarded(() -> wait(value, clock.instant()));
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
        return date(text, now).map(date -> Duration.between(now, date)).orElse(null);
    }

    /** Reads a date in the three formats that a recipient must accept (RFC 9110, section 5.6.7), in any letter case. */
    private static Optional<Instant> date(String text, Instant now) {
        if (text.length() > LONGEST_DATE) {
            return Optional.empty();
        }
        var plain = text.strip().replaceAll("\\s+", " ");
        // Both obsolete formats are in UTC, with or without saying so. A year of two digits is at most 50 years ahead.
        int firstYear = now.atOffset(ZoneOffset.UTC).getYear() - 49;
        var rfc850 = formatter("[EEEE][EEE], d-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, firstYear)
                .appendPattern(" H:mm:ss' GMT'")
                .toFormatter(Locale.US);
        return parsed(plain, DateTimeFormatter.RFC_1123_DATE_TIME, Instant::from)
                .or(() -> parsed(plain, ASCTIME, LocalDateTime::from).map(time -> time.toInstant(ZoneOffset.UTC)))
                .or(() -> parsed(plain, rfc850, LocalDateTime::from).map(time -> time.toInstant(ZoneOffset.UTC)));
    }

    private static <T> Optional<T> parsed(String text, DateTimeFormatter format, TemporalQuery<T> type) {
        try {
            return Optional.of(format.parse(text, type));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatterBuilder formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .parseLenient()
                .appendPattern(pattern);
    }

    @Override
    public String toString() {
        return fixed != null ? Long.toString(fixed.toSeconds()) : String.valueOf(accessor);
    }
}
