package org.errorpages.media;

/** Finds separators outside quoted strings (RFC 9110, section 5.6.4). */
final class Quoted {

    private Quoted() {}

    /** Returns where the separator stands next before the end, or the end. */
    static int indexOf(char separator, String text, int start, int end) {
        boolean quoted = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                return i;
            }
        }
        return end;
    }
}
