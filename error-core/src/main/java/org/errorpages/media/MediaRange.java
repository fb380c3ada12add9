package org.errorpages.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One member of an Accept header.
 *
 * @param type the range
 * @param parametrised whether parameters narrow it, {@code charset} and {@code q} aside
 * @param quality the weight in thousandths
 * @param position its place among the members
 */
record MediaRange(MediaType type, boolean parametrised, int quality, int position) {

    /** Returns the range of one member, or nothing if it is malformed. */
    static Optional<MediaRange> parse(String member, int position) {
        var parts = parts(member);
        var name = parts.get(0).strip();
        int quality = 1000;
        boolean parametrised = false;
        for (int i = 1; i < parts.size(); i++) {
            var parameter = parts.get(i).strip();
            int equals = parameter.indexOf('=');
            var key = equals < 0 ? parameter : parameter.substring(0, equals).strip();
            if (key.equalsIgnoreCase("q")) {
                quality = Weight.thousandths(parameter.substring(equals + 1).strip());
                // What follows the weight was once an extension and narrows nothing (RFC 9110, section 12.5.1).
                break;
            }
            parametrised |= !key.isEmpty() && !key.equalsIgnoreCase("charset");
        }
        return quality < 0 ? Optional.empty() : range(name, parametrised, quality, position);
    }

    /** A semicolon inside a quoted string separates nothing. */
    private static List<String> parts(String member) {
        var parts = new ArrayList<String>();
        int start = 0;
        for (int end; start <= member.length(); start = end + 1) {
            end = Quoted.indexOf(';', member, start);
            parts.add(member.substring(start, end));
        }
        return parts;
    }

    private static Optional<MediaRange> range(String name, boolean parametrised, int quality, int position) {
        // HttpURLConnection used to send a lone star.
        var full = name.equals("*") ? "*/*" : name;
        int slash = full.indexOf('/');
        if (slash < 0
                || !MediaType.isToken(full.substring(0, slash))
                || !MediaType.isToken(full.substring(slash + 1))) {
            return Optional.empty();
        }
        return Optional.of(new MediaRange(MediaType.of(full), parametrised, quality, position));
    }

    /** Returns how closely the range names the offer: 0 not at all, then wildcards, then its family, then itself. */
    int specificity(Offer offer) {
        if (type.type().equals("*")) {
            return type.subtype().equals("*") ? 1 : 0;
        }
        if (type.subtype().equals("*")) {
            return type.type().equals(offer.mediaType().type()) ? 2 : 0;
        }
        int narrowed = parametrised ? 0 : 1;
        if (type.equals(offer.mediaType())) {
            return 5 + narrowed;
        }
        for (var family : offer.alternatives()) {
            if (family.covers(type)) {
                return 3 + narrowed;
            }
        }
        return 0;
    }

    boolean wildcard() {
        return type.subtype().equals("*");
    }
}
