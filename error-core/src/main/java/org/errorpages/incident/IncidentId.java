package org.errorpages.incident;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Identifies one incident on the page, in the log and on the telephone.
 *
 * <p>It is a reference, not a secret. Its text has twelve characters of Crockford's base 32 in groups of four, such as
 * {@code 7K3M-9QTB-4VHX}: 60 bits, without I, L, O and U. These are the first 60 random bits of the UUID, so either form
 * can be found by the other. Throttled incidents of one second form a series: they share the first eight characters (40
 * bits), and the last four (20 bits) hold their number.
 *
 * @param uuid a random UUID (RFC 9562, version 4)
 */
public record IncidentId(UUID uuid) {

    /** The highest number in a series. */
    public static final int MAX_NUMBER_IN_SERIES = (1 << 20) - 1;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CHARACTERS = 12;

    /** The bits of the last four characters: eight before the version, twelve after it. */
    private static final long NUMBER_BITS = 0xFF_0FFFL;

    public IncidentId {
        Objects.requireNonNull(uuid);
    }

    /** Returns a new id. */
    public static IncidentId random() {
        var random = ThreadLocalRandom.current();
        long version4 = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long variant2 = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new IncidentId(new UUID(version4, variant2));
    }

    /**
     * Returns an id of the series of this one.
     *
     * @param number 0 to {@value #MAX_NUMBER_IN_SERIES}
     */
    public IncidentId inSeries(int number) {
        long bits = ((number & 0xFF000L) << 4) | (number & 0xFFFL);
        return new IncidentId(
                new UUID((uuid.getMostSignificantBits() & ~NUMBER_BITS) | bits, uuid.getLeastSignificantBits()));
    }

    /** Returns the characters that all ids of a series share, such as {@code 7K3M-9QTB}. */
    public String series() {
        return toString().substring(0, 9);
    }

    /** Returns the id as a URN. */
    public String urn() {
        return "urn:uuid:" + uuid;
    }

    /** Returns the twelve characters in groups of four. */
    @Override
    public String toString() {
        return new String(ascii(), StandardCharsets.US_ASCII);
    }

    /** Returns the bytes of {@link #toString()} in ASCII. */
    public byte[] ascii() {
        long high = uuid.getMostSignificantBits();
        long bits = ((high >>> 16) << 12) | (high & 0xFFF);
        var text = new byte[CHARACTERS + 2];
        int length = 0;
        for (int i = CHARACTERS - 1; i >= 0; i--) {
            text[length++] = (byte) ALPHABET.charAt((int) (bits >>> (5 * i)) & 31);
            if (i > 0 && i % 4 == 0) {
                text[length++] = '-';
            }
        }
        return text;
    }
}
