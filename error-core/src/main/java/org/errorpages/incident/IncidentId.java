package org.errorpages.incident;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The number of one incident: shown on the page, written to the log, quoted on the telephone.
 *
 * <p>It is a reference and no secret. Its text has twelve characters of Crockford's base 32 in groups of four, such as
 * {@code 7K3M-9QTB-4VHX}: 60 bits, no I, L, O or U. They are the first 60 random bits of the UUID, so that either form
 * leads to the other's incident. In a storm of like failures the first 40 bits are those of all of one second, and
 * the other 20 count.
 *
 * @param uuid a random UUID (RFC 9562, version 4)
 */
public record IncidentId(UUID uuid) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CHARACTERS = 12;

    /** How many numbers there are that have the first eight characters in common, but for 0. */
    public static final int MOST_IN_SERIES = (1 << 20) - 1;

    /** The bits of the last four characters: eight before the version, twelve behind it. */
    private static final long SERIES = 0xFF_0FFFL;

    /** The bits of the first eight characters. */
    private static final long SERIES_IN_COMMON = ~0xFF_FFFFL;

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
     * Returns an id that has the first eight characters of this one.
     *
     * @param number 0 to {@value #MOST_IN_SERIES}, which the other four tell
     */
    public IncidentId inSeries(int number) {
        long bits = ((number & 0xFF000L) << 4) | (number & 0xFFFL);
        return new IncidentId(
                new UUID((uuid.getMostSignificantBits() & ~SERIES) | bits, uuid.getLeastSignificantBits()));
    }

    /** Returns the characters that all ids of a series have in common, such as {@code 7K3M-9QTB}. */
    public String series() {
        return toString().substring(0, 9);
    }

    /** Returns whether the two ids have the first eight characters in common. */
    public boolean isInSeriesOf(IncidentId other) {
        long different = uuid.getMostSignificantBits() ^ other.uuid.getMostSignificantBits();
        return (different & SERIES_IN_COMMON) == 0;
    }

    /** Returns the id as a URN. */
    public String urn() {
        return "urn:uuid:" + uuid;
    }

    /** Returns the id as people read it. */
    @Override
    public String toString() {
        return new String(ascii(), StandardCharsets.US_ASCII);
    }

    /** Returns the id as people read it, in ASCII. */
    public byte[] ascii() {
        long high = uuid.getMostSignificantBits();
        long bits = ((high >>> 16) << 12) | (high & 0xFFF);
        var text = new byte[CHARACTERS + 2];
        int at = 0;
        for (int i = CHARACTERS - 1; i >= 0; i--) {
            text[at++] = (byte) ALPHABET.charAt((int) (bits >>> (5 * i)) & 31);
            if (i > 0 && i % 4 == 0) {
                text[at++] = '-';
            }
        }
        return text;
    }
}
