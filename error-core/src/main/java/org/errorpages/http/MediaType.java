package org.errorpages.http;

import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A media type without parameters, in lower case (RFC 9110, section 8.3.1).
 *
 * @param type such as {@code text}, or {@code *} in a range
 * @param subtype such as {@code html}; {@code *} in a range, {@code *+json} for a family
 */
public record MediaType(String type, String subtype) {

    private static final BitSet TOKEN = tokenCharacters();

    public static final MediaType HTML = of("text/html");
    public static final MediaType PROBLEM_JSON = of("application/problem+json");
    public static final MediaType PROBLEM_XML = of("application/problem+xml");
    public static final MediaType TEXT = of("text/plain");
    public static final MediaType MARKDOWN = of("text/markdown");
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
     * @throws IllegalArgumentException if the text isn't one
     */
    public static MediaType of(String text) {
        int slash = text.indexOf('/');
        return new MediaType(text.substring(0, Math.max(slash, 0)), text.substring(slash + 1));
    }

    /** Returns the media type or range of {@code type/subtype}, or null if the text isn't one. */
    static @Nullable MediaType find(String text) {
        int slash = text.indexOf('/');
        return slash > 0 && isToken(text.substring(0, slash)) && isToken(text.substring(slash + 1)) ? of(text) : null;
    }

    /** Returns whether the text is a token of RFC 9110, section 5.6.2. */
    public static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!TOKEN.get(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static BitSet tokenCharacters() {
        var token = new BitSet();
        token.set('!', 0x7f);
        "\"(),/:;<=>?@[\\]{}".chars().forEach(token::clear);
        return token;
    }

    @Override
    public String toString() {
        return type + "/" + subtype;
    }
}
