package org.errorpages.hint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Matches messages against words with gaps: {@code Index {index:digits} out of bounds}.
 *
 * <p>A gap takes all characters of its kind, or all up to the next words, and is not tried again with fewer, and few
 * places of the message are tried. So the time grows with the length of the message and no faster.
 */
final class MessageTemplate {

    private static final String FROM_THE_END = "…";
    private static final int MAX_STARTS = 16;
    private static final Pattern GAP = Pattern.compile("\\{([a-zA-Z]+)(:[a-z]+)?}");

    /** The characters of each kind of gap, as a class of a regular expression. */
    private static final Map<String, String> KINDS = Map.of(
            ":digits", "[0-9]",
            ":number", "[-0-9]",
            ":word", "[^\\x00-\\x20\"'`()\\[\\]<>,;:]",
            ":class", "[./[\\p{javaJavaIdentifierPart}&&[^\\p{javaIdentifierIgnorable}]]]");

    private final Pattern pattern;
    private final List<String> gaps;

    /** The words before the first gap. */
    private final String first;

    private final boolean fromTheEnd;
    private final int length;

    private MessageTemplate(Pattern pattern, List<String> gaps, String first, boolean fromTheEnd, int length) {
        this.pattern = pattern;
        this.gaps = List.copyOf(gaps);
        this.first = first;
        this.fromTheEnd = fromTheEnd;
        this.length = length;
    }

    /** Returns the template of a text, or nothing if it is malformed. Two gaps need words between them. */
    static Optional<MessageTemplate> parse(String source) {
        boolean fromTheEnd = source.startsWith(FROM_THE_END);
        var text = fromTheEnd ? source.substring(1) : source;
        var regex = new StringBuilder();
        var names = new ArrayList<String>();
        var gap = GAP.matcher(text);
        var first = text.substring(0, text.contains("{") ? text.indexOf('{') : text.length());
        int length = 0;
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int end = open < 0 ? text.length() : open;
            boolean adjacent = open == at && !names.isEmpty();
            length += end - at;
            regex.append(Pattern.quote(text.substring(at, end)));
            at = end;
            if (open >= 0) {
                if (adjacent || !gap.find(open) || gap.start() != open) {
                    return Optional.empty();
                }
                at = gap.end();
                int next = text.indexOf('{', at);
                var kind = gap.group(2);
                var value = kind == null ? any(text.substring(at, next < 0 ? text.length() : next)) : KINDS.get(kind);
                if (value == null) {
                    return Optional.empty();
                }
                regex.append(kind == null ? value : "(" + value + "{1,1000}+)");
                names.add(gap.group(1));
            }
        }
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new MessageTemplate(Pattern.compile(regex.toString()), names, first, fromTheEnd, length));
    }

    /** Returns the expression of a gap that takes all up to some words, or to the end of the line. */
    private static String any(String words) {
        var next = Pattern.quote(words);
        return words.isEmpty() ? "([^\\r\\n]{1,1000}+)" : "(?>(?!" + next + ")([^\\r\\n]{1,1000}?)(?=" + next + "))";
    }

    /** Returns how many characters of words there are: the weight of a match. */
    int length() {
        return length;
    }

    /** Returns the values of the gaps where the message first matches, or nothing if it does not. */
    Optional<Map<String, String>> find(String message) {
        var matcher = pattern.matcher(message);
        int start = fromTheEnd ? message.lastIndexOf(first) : message.indexOf(first);
        for (int tried = 0; start >= 0 && tried < MAX_STARTS; tried++) {
            if (matcher.region(start, message.length()).lookingAt()) {
                var values = new HashMap<String, String>();
                for (int i = 0; i < gaps.size(); i++) {
                    values.put(gaps.get(i), matcher.group(i + 1));
                }
                return Optional.of(values);
            }
            if (first.isEmpty()) {
                break; // A template that begins with a gap describes the beginning of the message.
            }
            start = fromTheEnd ? message.lastIndexOf(first, start - 1) : message.indexOf(first, start + 1);
        }
        return Optional.empty();
    }
}
