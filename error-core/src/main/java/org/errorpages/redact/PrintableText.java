package org.errorpages.redact;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** Makes foreign strings safe for reports and logs: bounded, without invisible characters. */
public final class PrintableText {

    private static final String CUT = " …";

    /** Blanks and punctuation that a cut text shouldn't end with. */
    private static final Pattern DANGLING = Pattern.compile("[\\s,;:(\"']{1,20}+$");

    private PrintableText() {}

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
        bounded.codePoints().forEach(c -> {
            if (!isInvisible(c) || (multiline && (c == '\n' || c == '\t'))) {
                clean.appendCodePoint(c);
            } else if (!(multiline && c == '\r')) {
                Character.toString(c).chars().forEach(unit -> clean.append("\\u")
                        .append(HexFormat.of().toHexDigits((char) unit)));
            }
        });
        return cut ? clean.append(CUT).toString() : clean.toString();
    }

    /** Controls, lone surrogates, noncharacters, tags, line separators, bidirectional marks. Joiners are a part of words. */
    private static boolean isInvisible(int c) {
        return Character.isISOControl(c)
                || (c >= 0xD800 && c <= 0xDFFF)
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0x2028 && c <= 0x202E)
                || "\u200B\u200E\u200F\u061C\u180E\u2060\u2066\u2067\u2068\u2069\uFEFF\uFFF9\uFFFA\uFFFB".indexOf(c)
                        >= 0
                || (c >= 0xFDD0 && c <= 0xFDEF)
                || (c >= 0xE0000 && c <= 0xE007F);
    }
}
