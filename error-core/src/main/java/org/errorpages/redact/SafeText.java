package org.errorpages.redact;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** Makes foreign strings safe for reports and logs: bounded, without invisible characters. */
public final class SafeText {

    private static final String CUT = " …";

    /** Blanks and punctuation that a cut text shouldn't end with. */
    private static final Pattern DANGLING = Pattern.compile("[\\s,;:(\"']{1,20}+$");

    private SafeText() {}

    /** Returns the text with line breaks and tabs; other controls and bidirectional overrides become escapes. */
    public static String block(String text, int maxLength) {
        return clean(text, maxLength, true);
    }

    /** Returns the text on one line, with controls and bidirectional overrides as escapes. */
    public static String line(String text, int maxLength) {
        return clean(text, maxLength, false);
    }

    /** Returns the text on one line; a longer text is cut after a word, and never inside a redaction mark. */
    public static String truncateAtWord(String text, int maxLength) {
        var line = line(text.replace('\t', ' '), maxLength);
        if (text.length() <= maxLength && line.length() <= maxLength) {
            return line;
        }
        int end = wordEnd(line, Math.min(line.length(), maxLength - 1));
        return DANGLING.matcher(line.substring(0, end)).replaceFirst("") + "…";
    }

    /** Cuts inside a word if there's no blank in the second half. */
    private static int wordEnd(String line, int max) {
        int mark = line.lastIndexOf("[hidden: ", max - 1);
        int markEnd = line.indexOf(']', mark);
        int end = mark > 0 && (markEnd < 0 || markEnd >= max) ? mark : max;
        int blank = line.lastIndexOf(' ', end);
        if (blank > max / 2) {
            return blank;
        }
        return Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
    }

    private static String clean(String text, int maxLength, boolean multiline) {
        boolean cut = text.length() > maxLength;
        var bounded = cut ? text.substring(0, maxLength) : text;
        var clean = new StringBuilder(bounded.length() + CUT.length());
        for (int i = 0; i < bounded.length(); i++) {
            char c = bounded.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < bounded.length()
                    && Character.isLowSurrogate(bounded.charAt(i + 1));
            if (pair) {
                appendPair(clean, c, bounded.charAt(++i));
            } else if (multiline && (c == '\n' || c == '\t')) {
                clean.append(c);
            } else if (!(multiline && c == '\r')) {
                append(clean, c);
            }
        }
        return cut ? clean.append(CUT).toString() : clean.toString();
    }

    /** The last two code points of each plane are noncharacters, and tags are invisible. */
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
        if (isInvisible(c)) {
            clean.append("\\u").append(HexFormat.of().toHexDigits(c));
        } else {
            clean.append(c);
        }
    }

    /** Controls, lone surrogates, noncharacters, line separators and bidirectional marks. Joiners are a part of words. */
    private static boolean isInvisible(char c) {
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
