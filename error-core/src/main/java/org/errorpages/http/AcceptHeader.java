package org.errorpages.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parses the Accept header of RFC 9110, section 12.5.1 leniently and within bounds.
 *
 * <p>A malformed member is skipped. At most {@value #MAX_LENGTH} characters and {@value #MAX_RANGES} members are read.
 *
 * @param ranges the well-formed members in order
 */
record AcceptHeader(List<Range> ranges) {

    static final int MAX_LENGTH = 4_096;

    static final int MAX_RANGES = 64;

    /** Returns the members of all lines of the header. */
    static AcceptHeader parse(List<String> lines) {
        var joined = String.join(",", lines);
        var text = joined.length() > MAX_LENGTH ? joined.substring(0, MAX_LENGTH) : joined;
        var members = split(text, ',', MAX_RANGES);
        var ranges = new ArrayList<Range>();
        for (int position = 0; position < members.size(); position++) {
            var range = Range.parse(members.get(position), position);
            if (range != null) {
                ranges.add(range);
            }
        }
        return new AcceptHeader(ranges);
    }

    /** Returns the most specific range that matches the representation, or null. */
    @Nullable Range rangeFor(Representation representation) {
        Range best = null;
        int highest = 0;
        for (var range : ranges) {
            int specificity = range.specificity(representation);
            boolean rejectsOnlyAVariant = range.parametrised() && range.quality() == 0;
            if (specificity > highest && !rejectsOnlyAVariant) {
                highest = specificity;
                best = range;
            }
        }
        return best;
    }

    /** Splits a text outside quoted strings (RFC 9110, section 5.6.4); parts beyond the limit are dropped. */
    private static List<String> split(String text, char separator, int maxParts) {
        var parts = new ArrayList<String>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length() && parts.size() < maxParts; i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        if (parts.size() < maxParts) {
            parts.add(text.substring(start));
        }
        return parts;
    }

    /**
     * A member of the header.
     *
     * @param type such as {@code text} or {@code *}, in lower case
     * @param subtype such as {@code html} or {@code *}, in lower case
     * @param parametrised whether parameters other than {@code charset} and {@code q} narrow it
     * @param quality the weight in thousandths
     * @param position its index among the members
     */
    record Range(String type, String subtype, boolean parametrised, int quality, int position) {

        /** Returns the range of one member, or null if it is malformed. */
        static @Nullable Range parse(String member, int position) {
            var parts = split(member, ';', Integer.MAX_VALUE);
            int quality = 1000;
            boolean parametrised = false;
            for (var parameter : parts.subList(1, parts.size())) {
                int equals = parameter.indexOf('=');
                var key = (equals < 0 ? parameter : parameter.substring(0, equals)).strip();
                if (key.equalsIgnoreCase("q")) {
                    quality = equals < 0
                            ? -1
                            : QualityValue.thousandths(
                                    parameter.substring(equals + 1).strip());
                    // Parameters after the weight don't narrow the range (RFC 9110, section 12.5.1).
                    break;
                }
                parametrised |= !key.isEmpty() && !key.equalsIgnoreCase("charset");
            }
            var name = parts.get(0).strip();
            // HttpURLConnection used to send a lone star.
            var range = name.equals("*") ? "*/*" : name;
            int slash = range.indexOf('/');
            if (quality < 0 || slash < 0) {
                return null;
            }
            var type = range.substring(0, slash);
            var subtype = range.substring(slash + 1);
            return MediaType.isToken(type) && MediaType.isToken(subtype)
                    ? new Range(
                            type.toLowerCase(Locale.ROOT),
                            subtype.toLowerCase(Locale.ROOT),
                            parametrised,
                            quality,
                            position)
                    : null;
        }

        /** Returns the specificity of the match: 0 for none, then wildcards, alternatives and the exact type. */
        int specificity(Representation representation) {
            if (type.equals("*")) {
                return isWildcard() ? 1 : 0;
            }
            var mediaType = representation.mediaType();
            if (isWildcard()) {
                return type.equals(mediaType.type()) ? 2 : 0;
            }
            int narrowed = parametrised ? 0 : 1;
            if (type.equals(mediaType.type()) && subtype.equals(mediaType.subtype())) {
                return 5 + narrowed;
            }
            for (var alternative : representation.alternatives()) {
                if (matches(alternative)) {
                    return 3 + narrowed;
                }
            }
            return 0;
        }

        /**
         * Returns whether the range names the type or, for a family such as {@code *+json}, a member of it. XHTML doesn't
         * belong to the XML family: it is a page.
         */
        boolean matches(MediaType family) {
            boolean inFamily = family.subtype().startsWith("*+")
                    && subtype.endsWith(family.subtype().substring(1))
                    && !subtype.equals(MediaType.XHTML.subtype());
            return (inFamily || subtype.equals(family.subtype())) && type.equals(family.type());
        }

        boolean isWildcard() {
            return subtype.equals("*");
        }
    }
}
