package org.errorpages.render.html;

/**
 * Escapes text for HTML, in an element and in a quoted attribute alike.
 *
 * <p>Thymeleaf's own escape knows the names of two thousand characters, of which an error page needs none: to learn them
 * costs the first page of a process as much as all that it reads.
 */
final class Markup {

    private Markup() {}

    /** Returns the text without a character that could end an element or an attribute. */
    static String escaped(String text) {
        int first = indexOfMarkup(text);
        if (first < 0) {
            return text;
        }
        var escaped = new StringBuilder(text.length() + 32).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            append(text.charAt(i), escaped);
        }
        return escaped.toString();
    }

    private static int indexOfMarkup(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isMarkup(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isMarkup(char c) {
        return c == '<' || c == '>' || c == '&' || c == '"' || c == '\'';
    }

    private static void append(char c, StringBuilder escaped) {
        switch (c) {
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '&' -> escaped.append("&amp;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.append(c);
        }
    }
}
