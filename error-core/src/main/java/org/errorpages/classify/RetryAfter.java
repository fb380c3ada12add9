package org.errorpages.classify;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.errorpages.throwable.PropertyPath;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * Determines how long a client should wait before it retries.
 *
 * @param fixed the time of a rule, or null
 * @param path the method of the exception that returns the time, or null
 */
record RetryAfter(@Nullable Duration fixed, @Nullable PropertyPath path) {

    static final RetryAfter UNKNOWN = new RetryAfter(null, null);

    /** The longest time that is accepted; a longer one is reduced to it. */
    static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** A larger number is a time in milliseconds since 1970: as seconds it would exceed 3000 years. */
    private static final long MAX_SECONDS = 100_000_000_000L;

    /** Longer than any date, even with extra blanks. */
    private static final int MAX_DATE_LENGTH = 64;

    private static final DateTimeFormatter ASCTIME =
            formatter("EEE MMM d H:mm:ss uuuu").toFormatter(Locale.US).withZone(ZoneOffset.UTC);

    /** Returns the time for a throwable, from one second to one hour, or null if it is unknown or over. */
    @Nullable Duration of(Throwable throwable, Clock clock) {
        if (path == null) {
            return fixed;
        }
        var value = path.read(throwable);
        var wait = SafeThrowable.getOrNull(() -> wait(value, clock.instant()));
        if (wait == null || wait.isNegative() || wait.isZero()) {
            return null;
        }
        var atLeast = wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
        return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }

    /** Reads a duration or a time of any type that exceptions and headers use. */
    @SuppressWarnings("JavaUtilDate")
    private static @Nullable Duration wait(@Nullable Object value, Instant now) {
        if (value instanceof Duration duration) {
            return duration;
        }
        if (value instanceof Number number) {
            long amount = number.longValue();
            return amount > MAX_SECONDS
                    ? Duration.between(now, Instant.ofEpochMilli(amount))
                    : Duration.ofSeconds(amount);
        }
        if (value instanceof String text) {
            return wait(text.strip(), now);
        }
        if (value instanceof Date date) {
            return Duration.between(now, Instant.ofEpochMilli(date.getTime())); // An SQL date has no toInstant.
        }
        return value instanceof Instant instant ? Duration.between(now, instant) : null;
    }

    private static @Nullable Duration wait(String text, Instant now) {
        if (!text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        var date = date(text, now);
        return date == null ? null : Duration.between(now, date);
    }

    /** Reads a date in the three formats that a recipient must accept (RFC 9110, section 5.6.7), in any letter case. */
    private static @Nullable Instant date(String text, Instant now) {
        if (text.length() > MAX_DATE_LENGTH) {
            return null;
        }
        var plain = text.strip().replaceAll("\\s+", " ");
        // Both obsolete formats are in UTC. A two-digit year is at most 50 years in the future.
        int firstYear = now.atOffset(ZoneOffset.UTC).getYear() - 49;
        var rfc850 = formatter("[EEEE][EEE], d-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, firstYear)
                .appendPattern(" H:mm:ss' GMT'")
                .toFormatter(Locale.US)
                .withZone(ZoneOffset.UTC);
        for (var format : List.of(DateTimeFormatter.RFC_1123_DATE_TIME, ASCTIME, rfc850)) {
            try {
                return format.parse(plain, Instant::from);
            } catch (DateTimeException otherFormat) {
                // The next format may match.
            }
        }
        return null;
    }

    private static DateTimeFormatterBuilder formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .parseLenient()
                .appendPattern(pattern);
    }
}
