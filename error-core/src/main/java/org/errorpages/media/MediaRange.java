package org.errorpages.media;

import org.jspecify.annotations.Nullable;

/**
 * One member of an Accept header.
 *
 * @param name such as {@code text/html}, where a star stands for any
 * @param slash where the slash of the name stands
 * @param parametrised whether parameters narrow it, {@code charset} and {@code q} aside
 * @param quality the weight in thousandths
 * @param position its place among the members
 */
record MediaRange(Span name, int slash, boolean parametrised, int quality, int position) {

    private static final Span ANY = Span.of("*/*");

    /** Returns the range of one member, or null if it is malformed. */
    static @Nullable MediaRange parse(Span member, int position) {
        int semicolon = member.separator(';');
        int quality = 1000;
        boolean parametrised = false;
        for (int start = semicolon + 1; start <= member.end(); ) {
            int end = Quoted.indexOf(';', member.text(), start, member.end());
            var parameter = new Span(member.text(), start, end).strip();
            start = end + 1;
            int equals = parameter.indexOf('=');
            var key = equals < 0 ? parameter : parameter.before(equals).strip();
            if (key.is("q")) {
                quality = equals < 0
                        ? -1
                        : Weight.thousandths(parameter.after(equals).strip());
                // What follows the weight was once an extension and narrows nothing (RFC 9110, section 12.5.1).
                break;
            }
            parametrised |= !key.isEmpty() && !key.is("charset");
        }
        return quality < 0 ? null : range(member.before(semicolon).strip(), parametrised, quality, position);
    }

    private static @Nullable MediaRange range(Span name, boolean parametrised, int quality, int position) {
        // HttpURLConnection used to send a lone star.
        if (name.is("*")) {
            return new MediaRange(ANY, 1, parametrised, quality, position);
        }
        int slash = name.indexOf('/');
        if (slash < 0 || !name.isToken(name.start(), slash) || !name.isToken(slash + 1, name.end())) {
            return null;
        }
        return new MediaRange(name, slash, parametrised, quality, position);
    }

    /** Returns how closely the range names the offer: 0 not at all, then wildcards, then its family, then itself. */
    int specificity(Offer offer) {
        if (typeIs("*")) {
            return subtypeIs("*") ? 1 : 0;
        }
        var offered = offer.mediaType();
        if (subtypeIs("*")) {
            return typeIs(offered.type()) ? 2 : 0;
        }
        int narrowed = parametrised ? 0 : 1;
        if (subtypeIs(offered.subtype()) && typeIs(offered.type())) {
            return 5 + narrowed;
        }
        for (var family : offer.alternatives()) {
            if (isOf(family)) {
                return 3 + narrowed;
            }
        }
        return 0;
    }

    /**
     * Returns whether the range is the type or, where that is a family such as {@code *+json}, belongs to it. XHTML is a
     * page, and of no family.
     */
    boolean isOf(MediaType family) {
        return (subtypeIs(family.subtype()) || isMemberOf(family.subtype())) && typeIs(family.type());
    }

    private boolean isMemberOf(String family) {
        int suffix = name.end() - family.length() + 1;
        return family.startsWith("*+")
                && suffix > slash
                && name.text().regionMatches(true, suffix, family, 1, family.length() - 1)
                && !subtypeIs(MediaType.XHTML.subtype());
    }

    boolean wildcard() {
        return subtypeIs("*");
    }

    private boolean typeIs(String word) {
        return name.is(word, name.start(), slash);
    }

    private boolean subtypeIs(String word) {
        return name.is(word, slash + 1, name.end());
    }
}
