package org.errorpages.trace;

/** Limits the size of texts in a report, in bytes of an HTML page. */
public final class SizeBudget {

    private static final String CUT = " …";

    private int left;

    public SizeBudget(int bytes) {
        this.left = bytes;
    }

    public int left() {
        return left;
    }

    public void take(int bytes) {
        left -= bytes;
    }

    /** Cuts a text to an equal share of the bytes left, and takes them. */
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

    /** Returns the size of an escaped text in bytes. */
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
