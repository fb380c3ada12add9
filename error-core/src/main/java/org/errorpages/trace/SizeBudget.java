package org.errorpages.trace;

/**
 * How much of one kind of text a report still takes, in bytes as the largest form has them: a page, in which markup is
 * escaped.
 */
public final class SizeBudget {

    private static final String CUT = " …";

    private int left;

    public SizeBudget(int bytes) {
        this.left = bytes;
    }

    /** Takes so many bytes, if there are as many. */
    public boolean takes(int bytes) {
        return takes(bytes, 0);
    }

    /** Takes so many bytes, if as many are left and a reserve besides. */
    public boolean takes(int bytes, int reserve) {
        if (bytes > left - reserve) {
            return false;
        }
        left -= bytes;
        return true;
    }

    /** Takes the beginning of a text for which there is room, of what is left no more than a share. */
    String cut(String text, int shares) {
        int room = left / shares;
        int end = 0;
        while (end < text.length() && room >= bytes(text.charAt(end))) {
            room -= bytes(text.charAt(end));
            end++;
        }
        if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        left -= bytes(text.substring(0, end));
        return end == text.length() ? text : text.substring(0, end) + CUT;
    }

    /** Returns how many bytes a page has for a text. */
    public static int bytes(String text) {
        return text.chars().map(c -> bytes((char) c)).sum();
    }

    private static int bytes(char c) {
        return switch (c) {
            case '<', '>' -> 4;
            case '&', '\'' -> 5;
            case '"' -> 6;
            default -> c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        };
    }
}
