package org.errorpages.media;

/**
 * A part of a text, without a copy of it: headers are read for every failure.
 *
 * @param text the text
 * @param start where the part begins
 * @param end where it ends
 */
public record Span(String text, int start, int end) {

    private static final boolean[] TOKEN = new boolean[0x7f];

    static {
        for (int c = '!'; c < TOKEN.length; c++) {
            TOKEN[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
        }
    }

    /** Returns all of a text. */
    public static Span of(String text) {
        return new Span(text, 0, text.length());
    }

    /** Returns a copy of the part. */
    public String copy() {
        return text.substring(start, end);
    }

    /** Returns how many characters the part has. */
    public int length() {
        return end - start;
    }

    boolean isEmpty() {
        return start >= end;
    }

    /** Returns the part without white space around it. */
    public Span strip() {
        int first = start;
        int last = end;
        while (first < last && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return first == start && last == end ? this : new Span(text, first, last);
    }

    /** Returns the part up to a place. */
    public Span before(int place) {
        return place == end ? this : new Span(text, start, place);
    }

    /** Returns the part behind a place. */
    public Span after(int place) {
        return new Span(text, place + 1, end);
    }

    /** Returns where a character stands first, or -1. */
    public int indexOf(char c) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    /** Returns where a separator stands first outside quoted strings, or the end. */
    int separator(char separator) {
        return Quoted.indexOf(separator, text, start, end);
    }

    /** Returns whether the part is a word, in upper or lower case. */
    public boolean is(String word) {
        return is(word, start, end);
    }

    /** Returns whether what lies between two places is a word, in upper or lower case. */
    boolean is(String word, int from, int to) {
        return to - from == word.length() && text.regionMatches(true, from, word, 0, word.length());
    }

    /** Returns whether the part is a token of RFC 9110, section 5.6.2. */
    boolean isToken() {
        return isToken(start, end);
    }

    /** Returns whether what lies between two places is a token. */
    boolean isToken(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= TOKEN.length || !TOKEN[c]) {
                return false;
            }
        }
        return from < to;
    }
}
