package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.errorpages.throwable.PropertyPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("JavaUtilDate") // older exceptions use Date
final class RetryAfterTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock AT_NOON = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final RetryAfter FROM_METHOD =
            new RetryAfter(null, PropertyPath.parse("retryAfter").orElseThrow());

    /** Returns the given value. */
    public static final class Delayed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient @Nullable Object value;

        Delayed(@Nullable Object value) {
            this.value = value;
        }

        public @Nullable Object retryAfter() {
            return value;
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 7", "' 7 ', 7", "0007, 7", "3600, 3600", "3601, 3600", "86400, 3600", "999999999, 3600"})
    void secondsAreParsed(String value, long seconds) {
        assertThat(of(value)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun, 22 Nov 2026 12:00:30 GMT | 30",
                "Sun, 22 Nov 2026 12:59:59 GMT | 3599",
                "Sun, 22 Nov 2026 13:00:01 GMT | 3600",
                "Fri, 31 Dec 9999 23:59:59 GMT | 3600",
                "Sunday, 22-Nov-26 12:00:30 GMT | 30",
                "Sun Nov 22 12:00:30 2026 | 30",
                "Tue Dec  1 12:00:30 2026 | 3600",
                "Tue Dec 1 12:00:30 2026 | 3600",
                "sunday, 22-nov-26 12:00:30 gmt | 30",
                "SUN, 22 NOV 2026 12:00:30 GMT | 30",
                "sun nov 22 12:00:30 2026 | 30",
                "Sun, 22-Nov-26 12:00:30 GMT | 30",
                "Sunday, 22-Nov-2026 12:00:30 GMT | 30",
                "Sun,  22 Nov 2026   12:00:30 GMT | 30",
                "Saturday, 21-Nov-76 12:00:30 GMT | 3600"
            })
    void aDateIsRelativeToTheClock(String value, long seconds) {
        assertThat(of(value)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "-1",
                "+7",
                "7.5",
                "7s",
                "soon",
                "٧",
                "9999999999",
                "1, 2",
                "2026-11-22T12:00:30Z",
                "Sun, 22 Nov 2026 12:00:00 GMT",
                "Sun, 22 Nov 2026 11:59:59 GMT",
                "Sat, 22 Nov 2026 12:00:30 GMT",
                "Sun, 32 Nov 2026 12:00:30 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Monday, 22-Nov-77 12:00:30 GMT",
                "Sunday, 22-Nov-26 11:59:59 GMT",
                "Saturday, 22-Nov-26 12:00:30 GMT",
                "Sunday, 22-Nov-26 12:00:30 CET",
                "Sun Nov  6 08:49:37 1994",
                "Sun Nov 22 11:59:59 2026",
                "Sun Nov 31 12:00:30 2026"
            })
    void aTextWithoutAFutureTimeIsIgnored(String value) {
        assertThat(of(value)).isNull();
    }

    static Stream<Object> otherTypesAreConverted() {
        return Stream.of(
                7,
                7L,
                (short) 7,
                7.9,
                Duration.ofSeconds(7),
                Optional.of("7"),
                Optional.of(7),
                NOON.plusSeconds(7),
                Date.from(NOON.plusSeconds(7)),
                new Timestamp(NOON.plusSeconds(7).toEpochMilli()),
                NOON.plusSeconds(7).toEpochMilli());
    }

    @ParameterizedTest
    @MethodSource
    void otherTypesAreConverted(Object value) {
        assertThat(of(value)).isEqualTo(Duration.ofSeconds(7));
    }

    /** A number that throws when it is read. */
    private static final class Unreadable extends AtomicInteger {
        private static final long serialVersionUID = 1;

        @Override
        public long longValue() {
            throw new IllegalStateException("no number for you");
        }
    }

    static Stream<Object> otherTypesAndValuesAreIgnored() {
        return Stream.of(
                0,
                -7,
                Long.MIN_VALUE,
                Double.NaN,
                Duration.ZERO,
                Duration.ofSeconds(-7),
                Duration.ofSeconds(Long.MIN_VALUE),
                Optional.empty(),
                'x',
                new Unreadable(),
                NOON,
                NOON.minusSeconds(7),
                Date.from(NOON),
                NOON.minusSeconds(7).toEpochMilli(),
                new Date() {
                    @Override
                    public long getTime() {
                        throw new IllegalStateException("no time for you");
                    }
                });
    }

    @ParameterizedTest
    @MethodSource
    void otherTypesAndValuesAreIgnored(Object value) {
        assertThat(of(value)).isNull();
    }

    static Stream<Object> aLongTimeIsReducedToAnHour() {
        return Stream.of(
                3_601,
                Integer.MAX_VALUE,
                100_000_000_000L,
                Long.MAX_VALUE,
                1e300,
                Duration.ofDays(1),
                Instant.MAX,
                new java.sql.Date(NOON.plusSeconds(86_400).toEpochMilli()));
    }

    @ParameterizedTest
    @MethodSource
    void aLongTimeIsReducedToAnHour(Object value) {
        assertThat(of(value)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aLongTextIsNotParsedAsADate() {
        var blanks = " ".repeat(99);

        assertThat(of("Sun," + blanks + "22 Nov 2026 12:00:30 GMT")).isNull();
    }

    @Test
    void aShortTimeIsIncreasedToASecond() {
        assertThat(of(Duration.ofMillis(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(of(NOON.plusNanos(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(of(Duration.ofMillis(1_500))).isEqualTo(Duration.ofMillis(1_500));
    }

    @Test
    void anUnknownTimeIsNull() {
        assertThat(FROM_METHOD.of(new Delayed(null), AT_NOON)).isNull();
        assertThat(FROM_METHOD.of(new IllegalStateException(), AT_NOON)).isNull();
        assertThat(RetryAfter.UNKNOWN.of(new Delayed("7"), AT_NOON)).isNull();
    }

    @Test
    void aFixedTimeNeedsNoMethod() {
        var fixed = new RetryAfter(Duration.ofSeconds(5), null);

        assertThat(fixed.of(new Delayed("7"), AT_NOON)).isEqualTo(Duration.ofSeconds(5));
    }

    private static @Nullable Duration of(Object value) {
        return FROM_METHOD.of(new Delayed(value), AT_NOON);
    }
}
