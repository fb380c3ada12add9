package org.errorpages.media;

import java.util.ArrayList;
import java.util.List;

/** Splits header values at separators outside quoted strings (RFC 9110, section 5.6.4). */
final class Quoted {

    private Quoted() {}

    /** Returns the first parts of the text, at most the given number; the rest is dropped. */
    static List<String> split(String text, char separator, int maxParts) {
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
}
