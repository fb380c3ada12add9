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

    /** Returns whether a text is nothing but the type, written in lower case. */
    boolean is(String text) {
        return text.length() == length() && begins(text);
    }

    /** Returns whether a list begins with the type, written in lower case and without parameters. */
    boolean begins(String list) {
        int end = length();
        return list.startsWith(subtype, type.length() + 1)
                && list.startsWith(type)
                && list.charAt(type.length()) == '/'
                && (list.length() == end || list.charAt(end) == ',');
    }

    private int length() {
        return type.length() + 1 + subtype.length();
    }

    /** By hand, as forms are known by their types: what the compiler makes is made at the start, of method handles. */
    @Override
    public boolean equals(Object other) {
        return other instanceof MediaType that && type.equals(that.type) && subtype.equals(that.subtype);
    }

    @Override
    public int hashCode() {
        return type.hashCode() * 31 + subtype.hashCode();
    }

    /** Returns whether the text is a token of RFC 9110, section 5.6.2. */
    public static boolean isToken(String text) {
        return Span.of(text).isToken();
    }

    @Override
    public String toString() {
        return type + "/" + subtype;
    }
}
