package org.errorpages.demo.slips;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;

/** Reads what people and machines write in another form than expected. */
final class Values {

    private static final Map<String, Object> NOTES = Map.of("count", "three");

    private enum Binding {
        HARDCOVER,
        PAPERBACK
    }

    private Values() {}

    static Map<String, Slip> slips() {
        return Map.of(
                "number-malformed", () -> price("12,50"),
                "number-null", () -> price(System.getProperty("harbour.books.price")),
                "date-malformed", () -> validFrom("26.11.2026"),
                "constant-missing", () -> binding("Hardcover"),
                "wrong-type", Values::count,
                "division-by-zero", () -> share(12, 0),
                "bytes-malformed", () -> decode(new byte[] {'C', 'a', 'f', (byte) 0xE9}),
                "character-unmappable", () -> encode("Café"));
    }

    private static BigDecimal price(String written) {
        return BigDecimal.valueOf(Long.parseLong(written), 2);
    }

    private static LocalDate validFrom(String written) {
        return LocalDate.parse(written);
    }

    private static Binding binding(String written) {
        return Binding.valueOf(written);
    }

    private static int count() {
        return NOTES.values().stream().mapToInt(count -> (Integer) count).sum();
    }

    private static int share(int books, int readers) {
        return books / readers;
    }

    private static String decode(byte[] latin) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(latin))
                .toString();
    }

    private static int encode(String title) throws CharacterCodingException {
        return StandardCharsets.US_ASCII
                .newEncoder()
                .encode(CharBuffer.wrap(title))
                .remaining();
    }
}
