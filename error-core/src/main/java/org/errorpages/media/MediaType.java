package org.errorpages.media;

import java.util.Locale;

/**
 * A media type without parameters, in lower case (RFC 9110, section 8.3.1).
 *
 * @param type such as {@code text}, or {@code *} in a range
 * @param subtype such as {@code html}; {@code *} in a range, {@code *+json} for a family
 */
public record MediaType(String type, String subtype) {

    public static final MediaType HTML = of("text/html");
    public static final MediaType PROBLEM_JSON = of("application/problem+json");
    public static final MediaType PROBLEM_XML = of("application/problem+xml");
    public static final MediaType TEXT = of("text/plain");
    public static final MediaType MARKDOWN = of("text/markdown");

    /** HTML in the syntax of XML. */
    public static final MediaType XHTML = of("application/xhtml+xml");

    public MediaType {
        type = type.toLowerCase(Locale.ROOT);
        subtype = subtype.toLowerCase(Locale.ROOT);
        if (!isToken(type) || !isToken(subtype)) {
            throw new IllegalArgumentException("not a media type: " + type + "/" + subtype);
        }
    }

    /**
     * Returns the media type of {@code type/subtype}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static MediaType of(String text) {
        int slash = text.indexOf('/');
        return new MediaType(text.substring(0, Math.max(slash, 0)), text.substring(slash + 1));
    }

    /**
     * Returns whether the other type is this one or, where this is a family such as {@code *+json}, belongs to it.
     * XHTML is a page, and of no family.
     */
    boolean covers(MediaType other) {
        return type.equals(other.type)
                && (subtype.equals(other.subtype)
                        || (subtype.startsWith("*+") && other.hasSuffixOf(subtype) && !other.equals(XHTML)));
    }

    private boolean hasSuffixOf(String family) {
        int length = family.length() - 1;
        return subtype.regionMatches(subtype.length() - length, family, 1, length);
    }

    /** Returns whether the text is a token of RFC 9110, section 5.6.2. */
    public static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isTokenChar(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isTokenChar(int c) {
        return c > ' ' && c < 0x7f && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }

    @Override
    public String toString() {
        return type + "/" + subtype;
    }
}
