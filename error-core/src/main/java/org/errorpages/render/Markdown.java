package org.errorpages.render;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Strings as parts of a Markdown document (CommonMark 0.31) that stay the strings they are.
 *
 * <p>What is written for people becomes text, all else code: in code no dialect makes a link or a mention of a name.
 */
final class Markdown {

    private static final String MARKS = "\\`*_{}[]<>|~&$";
    private static final Pattern LEADING_MARK = Pattern.compile("^(\\d*)([-+=.)])");

    /** Dialects make links of these words, and GitHub tells people that they are mentioned. */
    private static final Pattern LINK = Pattern.compile("://|www\\.|[@#]", Pattern.CASE_INSENSITIVE);

    private Markdown() {}

    /** Returns the words as text on one line, which may begin one; a word that could be made a link as code. */
    static String text(String words) {
        var escaped = Stream.of(line(words).strip().split(" ", -1))
                .map(word -> LINK.matcher(word).find() ? code(word) : escaped(word))
                .collect(Collectors.joining(" "));
        return LEADING_MARK.matcher(escaped).replaceFirst("$1\\\\$2");
    }

    /** Returns the string as code within a line; of the empty string there is none. */
    static String code(String string) {
        var content = line(string);
        var ticks = "`".repeat(longestTicks(content) + 1);
        // Of a space at both ends of more than spaces a reader takes one away; a tick at an end would lengthen the
        // fence.
        boolean padded = content.startsWith("`")
                || content.endsWith("`")
                || (content.startsWith(" ") && !content.chars().allMatch(c -> c == ' '));
        var pad = padded ? " " : "";
        return content.isEmpty() ? "" : ticks + pad + content + pad + ticks;
    }

    /** Returns the lines as a block of code in the language. */
    static String block(String language, List<String> lines) {
        var content = lines.stream().map(Markdown::line).collect(Collectors.joining("\n"));
        var fence = "`".repeat(Math.max(3, longestTicks(content) + 1));
        return fence + language + "\n" + content + "\n" + fence;
    }

    /** Returns the list of the items, which are Markdown. */
    static String list(List<String> items) {
        return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
    }

    /** Returns the name in words, and the value. */
    static String fact(String name, String value) {
        return text(name) + ": " + code(value);
    }

    private static String line(String string) {
        var line = new StringBuilder(string);
        for (int i = 0; i < line.length(); i++) {
            if (isBreak(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        return line.toString();
    }

    private static boolean isBreak(char c) {
        return (c < ' ' && c != '\t') || c == 0x7f || c == 0x85 || c == '\u2028' || c == '\u2029';
    }

    private static String escaped(String word) {
        var escaped = new StringBuilder();
        word.chars()
                .forEach(c -> escaped.append(MARKS.indexOf(c) < 0 ? "" : "\\").append((char) c));
        return escaped.toString();
    }

    private static int longestTicks(String content) {
        int longest = 0;
        int length = 0;
        for (int i = 0; i < content.length(); i++) {
            length = content.charAt(i) == '`' ? length + 1 : 0;
            longest = Math.max(longest, length);
        }
        return longest;
    }
}
