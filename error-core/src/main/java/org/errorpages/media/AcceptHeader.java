package org.errorpages.media;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client accepts: the Accept header of RFC 9110, section 12.5.1, read leniently and within bounds.
 *
 * <p>A malformed member is left out. At most {@value #MAX_LENGTH} characters and {@value #MAX_RANGES} members are read.
 */
public final class AcceptHeader {

    /** The number of characters that are read. */
    public static final int MAX_LENGTH = 4_096;

    /** The number of members that are read. */
    public static final int MAX_RANGES = 64;

    private final List<MediaRange> ranges;

    private AcceptHeader(List<MediaRange> ranges) {
        this.ranges = ranges;
    }

    /** Returns what the lines of the header say together. */
    public static AcceptHeader parse(List<String> lines) {
        var ranges = new ArrayList<MediaRange>();
        var joined = lines.size() == 1 ? lines.get(0) : String.join(",", lines);
        var text = joined.length() > MAX_LENGTH ? joined.substring(0, MAX_LENGTH) : joined;
        int start = 0;
        for (int members = 0; start <= text.length() && members < MAX_RANGES; members++) {
            int end = Quoted.indexOf(',', text, start, text.length());
            var range = MediaRange.parse(new Span(text, start, end), members);
            if (range != null) {
                ranges.add(range);
            }
            start = end + 1;
        }
        return new AcceptHeader(ranges);
    }

    /** Returns the range that speaks for the offer: the most specific one, or null if none does. */
    @Nullable MediaRange rangeFor(Offer offer) {
        MediaRange best = null;
        int closest = 0;
        for (var range : ranges) {
            int specificity = range.specificity(offer);
            boolean refusesOnlyAVariant = range.parametrised() && range.quality() == 0;
            if (specificity > closest && !refusesOnlyAVariant) {
                closest = specificity;
                best = range;
            }
        }
        return best;
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }
}
