package org.errorpages.media;

/**
 * A part of a text, without a copy of it: headers are read for every failure.
 *
 * @param text the text
 * @param start where the part begins
 * @param end where it ends
 */
record Span(String text, int start, int end) {

    static Span of(String text) {
        return new Span(text, 0, text.length());
    }

    boolean isEmpty() {
        return start >= end;
    }

    /** Returns the part without white space around it. */
    Span strip() {
        int first = start;
        int last = end;
        while (first < last && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return new Span(text, first, last);
    }

    Span before(int place) {
        return new Span(text, start, place);
    }

    Span after(int place) {
        return new Span(text, place + 1, end);
    }

    /** Returns where a character stands first, or -1. */
    int indexOf(char c) {
        int found = text.indexOf(c, start);
        return found < end ? found : -1;
    }

    /** Returns where a separator stands first outside quoted strings, or the end. */
    int separator(char separator) {
        return Quoted.indexOf(separator, text, start, end);
    }

    /** Returns whether the part is a word, in upper or lower case. */
    boolean is(String word) {
        return end - start == word.length() && text.regionMatches(true, start, word, 0, word.length());
    }

    /** Returns whether the part ends as a word does from a place on, in upper or lower case. */
    boolean endsAs(String word, int from) {
        int length = word.length() - from;
        return end - start >= length && text.regionMatches(true, end - length, word, from, length);
    }

    /** Returns whether the part is a token of RFC 9110, section 5.6.2. */
    boolean isToken() {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
                return false;
            }
        }
        return !isEmpty();
    }
}
