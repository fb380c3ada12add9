package org.errorpages.media;

import org.jspecify.annotations.Nullable;

/**
 * One member of an Accept header.
 *
 * @param type such as {@code text}, or {@code *}
 * @param subtype such as {@code html}, or {@code *}
 * @param parametrised whether parameters narrow it, {@code charset} and {@code q} aside
 * @param quality the weight in thousandths
 * @param position its place among the members
 */
record MediaRange(Span type, Span subtype, boolean parametrised, int quality, int position) {

    private static final Span ANY = Span.of("*");

    /** Returns the range of one member, or null if it is malformed. */
    static @Nullable MediaRange parse(Span member, int position) {
        int semicolon = member.separator(';');
        int quality = 1000;
        boolean parametrised = false;
        for (var rest = member.after(semicolon); rest.start() <= rest.end(); ) {
            int end = rest.separator(';');
            var parameter = rest.before(end).strip();
            rest = rest.after(end);
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
            return new MediaRange(ANY, ANY, parametrised, quality, position);
        }
        int slash = name.indexOf('/');
        if (slash < 0 || !name.before(slash).isToken() || !name.after(slash).isToken()) {
            return null;
        }
        return new MediaRange(name.before(slash), name.after(slash), parametrised, quality, position);
    }

    /** Returns how closely the range names the offer: 0 not at all, then wildcards, then its family, then itself. */
    int specificity(Offer offer) {
        if (type.is("*")) {
            return subtype.is("*") ? 1 : 0;
        }
        var offered = offer.mediaType();
        if (subtype.is("*")) {
            return type.is(offered.type()) ? 2 : 0;
        }
        int narrowed = parametrised ? 0 : 1;
        if (type.is(offered.type()) && subtype.is(offered.subtype())) {
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
        return type.is(family.type()) && (subtype.is(family.subtype()) || isMemberOf(family.subtype()));
    }

    private boolean isMemberOf(String family) {
        return family.startsWith("*+") && subtype.endsAs(family, 1) && !subtype.is(MediaType.XHTML.subtype());
    }

    boolean wildcard() {
        return subtype.is("*");
    }
}
