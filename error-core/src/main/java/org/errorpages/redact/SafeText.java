package org.errorpages.redact;

import java.util.regex.Pattern;

/**
 * Makes a string that came from elsewhere harmless for every form and for a log: bounded, and without characters that
 * are not seen.
 */
public final class SafeText {

    private static final String CUT = " …";

    /** What leads to a next word. */
    private static final Pattern UNFINISHED = Pattern.compile("[\\s,;:(\"']{1,20}+$");

    private SafeText() {}

    /** Returns the text with line breaks and tabs kept, other controls and bidirectional overrides written as escapes. */
    public static String block(String text, int maxLength) {
        return clean(text, maxLength, true);
    }

    /** Returns the text on one line. */
    public static String line(String text, int maxLength) {
        return clean(text, maxLength, false);
    }

    /** Returns the text on one line; what is longer ends with a whole word, and with a mark that is not cut in two. */
    public static String words(String text, int maxLength) {
        var line = line(text.replace('\t', ' '), maxLength);
        if (text.length() <= maxLength && line.length() <= maxLength) {
            return line;
        }
        int end = wordEnd(line, Math.min(line.length(), maxLength - 1));
        return UNFINISHED.matcher(line.substring(0, end)).replaceFirst("") + "…";
    }

    /** A text that has no blank near its end is cut in the word. */
    private static int wordEnd(String line, int most) {
        int mark = line.lastIndexOf("[hidden: ", most - 1);
        int markEnd = line.indexOf(']', mark);
        int end = mark > 0 && (markEnd < 0 || markEnd >= most) ? mark : most;
        int blank = line.lastIndexOf(' ', end);
        if (blank > most / 2) {
            return blank;
        }
        return Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
    }

    private static String clean(String text, int maxLength, boolean keepBreaks) {
        boolean cut = text.length() > maxLength;
        var kept = cut ? text.substring(0, maxLength) : text;
        var clean = new StringBuilder(kept.length() + CUT.length());
        for (int i = 0; i < kept.length(); i++) {
            char c = kept.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < kept.length()
                    && Character.isLowSurrogate(kept.charAt(i + 1));
            if (pair) {
                appendPair(clean, c, kept.charAt(++i));
            } else if (keepBreaks && (c == '\n' || c == '\t')) {
                clean.append(c);
            } else if (!(keepBreaks && c == '\r')) {
                append(clean, c);
            }
        }
        return cut ? clean.append(CUT).toString() : clean.toString();
    }

    /** The last two characters of each plane are none, and tags are not seen. */
    private static void appendPair(StringBuilder clean, char high, char low) {
        int c = Character.toCodePoint(high, low);
        if ((c & 0xFFFE) == 0xFFFE || (c >= 0xE0000 && c <= 0xE007F)) {
            append(clean, high);
            append(clean, low);
        } else {
            clean.append(high).append(low);
        }
    }

    private static void append(StringBuilder clean, char c) {
        if (isUnseen(c)) {
            clean.append("\\u").append(Character.forDigit(c >> 12, 16));
            clean.append(Character.forDigit(c >> 8 & 15, 16));
            clean.append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
        } else {
            clean.append(c);
        }
    }

    /** Controls, lone surrogates, noncharacters, line separators, and what reorders the text around it. Joiners are letters' own. */
    private static boolean isUnseen(char c) {
        return Character.isISOControl(c)
                || Character.isSurrogate(c)
                || c >= '\uFFFE'
                || (c >= '\uFFF9' && c <= '\uFFFB')
                || (c >= '\u2028' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200B'
                || c == '\u200E'
                || c == '\u200F'
                || c == '\u061C'
                || c == '\u180E'
                || c == '\u2060'
                || c == '\uFEFF'
                || (c >= '\uFDD0' && c <= '\uFDEF');
    }
}
