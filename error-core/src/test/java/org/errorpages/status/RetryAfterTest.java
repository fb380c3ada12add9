package org.errorpages.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final RetryAfter TOLD =
            new RetryAfter(null, Accessor.parse("retryAfter").orElseThrow());

    /** Tells what it was given. */
    public static final class Telling extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient @Nullable Object told;

        Telling(@Nullable Object told) {
            this.told = told;
        }

        public @Nullable Object retryAfter() {
            return told;
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 7", "' 7 ', 7", "0007, 7", "3600, 3600", "3601, 3600", "86400, 3600", "999999999, 3600"})
    void secondsAreRead(String told, long seconds) {
        assertThat(of(told)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun, 22 Nov 2026 12:00:30 GMT | 30",
                "Sun, 22 Nov 2026 12:59:59 GMT | 3599",
                "Sun, 22 Nov 2026 13:00:01 GMT | 3600",
                "Fri, 31 Dec 9999 23:59:59 GMT | 3600"
            })
    void dateIsRelativeToTheClock(String told, long seconds) {
        assertThat(of(told)).isEqualTo(Duration.ofSeconds(seconds));
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
                "Sun, 32 Nov 2026 12:00:30 GMT"
            })
    void whatSaysNothingAboutTheFutureIsDropped(String told) {
        assertThat(of(told)).isNull();
    }

    static Stream<Object> otherTypesThatTellAWait() {
        return Stream.of(7, 7L, (short) 7, 7.9, Duration.ofSeconds(7), Optional.of("7"), Optional.of(7));
    }

    @ParameterizedTest
    @MethodSource
    void otherTypesThatTellAWait(Object told) {
        assertThat(of(told)).isEqualTo(Duration.ofSeconds(7));
    }

    static Stream<Object> typesOrValuesThatTellNone() {
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
                NOON);
    }

    @ParameterizedTest
    @MethodSource
    void typesOrValuesThatTellNone(Object told) {
        assertThat(of(told)).isNull();
    }

    static Stream<Object> longWaitsAreBelievedForAnHour() {
        return Stream.of(3_601, Integer.MAX_VALUE, Long.MAX_VALUE, 1e300, Duration.ofDays(1));
    }

    @ParameterizedTest
    @MethodSource
    void longWaitsAreBelievedForAnHour(Object told) {
        assertThat(of(told)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void nothingToldIsNothing() {
        assertThat(TOLD.of(new Telling(null), NOON)).isNull();
        assertThat(TOLD.of(new IllegalStateException(), NOON)).isNull();
        assertThat(RetryAfter.UNKNOWN.of(new Telling("7"), NOON)).isNull();
    }

    @Test
    void theNumberOfTheMapNeedsNoMethod() {
        var fixed = new RetryAfter(Duration.ofSeconds(5), null);

        assertThat(fixed.of(new Telling("7"), NOON)).isEqualTo(Duration.ofSeconds(5));
        assertThat(fixed).hasToString("5");
    }

    private static @Nullable Duration of(Object told) {
        return TOLD.of(new Telling(told), NOON);
    }
}
