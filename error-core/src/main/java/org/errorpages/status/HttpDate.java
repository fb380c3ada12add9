package org.errorpages.status;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQuery;
import java.util.Locale;
import java.util.Optional;

/** Reads a date in the three forms that a recipient has to understand (RFC 9110, section 5.6.7). */
final class HttpDate {

    /** How far a year of two digits may lie ahead; one that is farther has gone by. */
    private static final int YEARS_AHEAD = 50;

    private static final DateTimeFormatter ASCTIME =
            formatter("EEE MMM d H:mm:ss uuuu").toFormatter(Locale.US);

    /** Longer than any of the forms, with blanks to spare. */
    private static final int MAX_LENGTH = 64;

    private HttpDate() {}

    /** Returns the instant, or nothing if the text is no such date. Letters of either case and more blanks are read. */
    static Optional<Instant> parse(String text, Instant now) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var plain = text.strip().replaceAll("\\s+", " ");
        return read(plain, DateTimeFormatter.RFC_1123_DATE_TIME, Instant::from)
                .or(() -> local(plain, ASCTIME))
                .or(() -> local(plain, rfc850(now)));
    }

    /** Both obsolete forms are of Greenwich, whether they say so or not. */
    private static Optional<Instant> local(String text, DateTimeFormatter form) {
        return read(text, form, LocalDateTime::from).map(time -> time.toInstant(ZoneOffset.UTC));
    }

    private static <T> Optional<T> read(String text, DateTimeFormatter form, TemporalQuery<T> type) {
        try {
            return Optional.of(form.parse(text, type));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter rfc850(Instant now) {
        int first = now.atOffset(ZoneOffset.UTC).getYear() + YEARS_AHEAD - 99;
        return formatter("[EEEE][EEE], d-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, first)
                .appendPattern(" H:mm:ss' GMT'")
                .toFormatter(Locale.US);
    }

    private static DateTimeFormatterBuilder formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .parseLenient()
                .appendPattern(pattern);
    }
}
