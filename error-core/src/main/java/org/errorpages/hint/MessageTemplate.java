package org.errorpages.hint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Matches messages against a template with gaps: {@code Index {index:digits} out of bounds}.
 *
 * <p>A gap consumes all characters of its kind, or all up to the next words, without backtracking, and the number of
 * starts is limited. The time is therefore linear in the length of the message.
 *
 * @param pattern the regular expression, with a group for each gap
 * @param gaps the names of the gaps
 * @param prefix the words before the first gap
 * @param fromEnd whether the search starts at the end of the message
 * @param length the number of characters outside gaps, which is the weight of a match
 */
record MessageTemplate(Pattern pattern, List<String> gaps, String prefix, boolean fromEnd, int length) {

    private static final String FROM_END = "…";
    private static final int MAX_STARTS = 16;
    private static final Pattern GAP = Pattern.compile("\\{([a-zA-Z]+)(:[a-z]+)?}");

    /** Maps each kind of gap to the regular expression of its characters. */
    private static final Map<String, String> KINDS = Map.of(
            ":digits", "[0-9]",
            ":number", "[-0-9]",
            ":word", "[^\\x00-\\x20\"'`()\\[\\]<>,;:]",
            ":class", "[./[\\p{javaJavaIdentifierPart}&&[^\\p{javaIdentifierIgnorable}]]]");

    MessageTemplate {
        gaps = List.copyOf(gaps);
    }

    /** Returns the template of a text, or empty if it is malformed. Two gaps need words between them. */
    static Optional<MessageTemplate> parse(String source) {
        boolean fromEnd = source.startsWith(FROM_END);
        var text = fromEnd ? source.substring(1) : source;
        var words = GAP.split(text, -1);
        var regex = new StringBuilder(Pattern.quote(words[0]));
        var names = new ArrayList<String>();
        var gap = GAP.matcher(text);
        while (gap.find()) {
            names.add(gap.group(1));
            var next = words[names.size()];
            var kind = gap.group(2);
            boolean adjacent = next.isEmpty() && names.size() < words.length - 1;
            if (adjacent || (kind != null && !KINDS.containsKey(kind))) {
                return Optional.empty();
            }
            regex.append(kind == null ? upTo(next) : "(" + KINDS.get(kind) + "{1,1000}+)")
                    .append(Pattern.quote(next));
        }
        var plain = String.join("", words);
        return text.isEmpty() || plain.contains("{")
                ? Optional.empty()
                : Optional.of(new MessageTemplate(
                        Pattern.compile(regex.toString()), names, words[0], fromEnd, plain.length()));
    }

    /** Returns the expression of a gap that extends to the next words, or to the end of the line. */
    private static String upTo(String words) {
        var next = Pattern.quote(words);
        return words.isEmpty() ? "([^\\r\\n]{1,1000}+)" : "(?>(?!" + next + ")([^\\r\\n]{1,1000}?)(?=" + next + "))";
    }

    /** Returns the values of the gaps for the first match in a message, or empty. */
    Optional<Map<String, String>> find(String message) {
        var matcher = pattern.matcher(message);
        int start = fromEnd ? message.lastIndexOf(prefix) : message.indexOf(prefix);
        for (int tried = 0; start >= 0 && tried < MAX_STARTS; tried++) {
            if (matcher.region(start, message.length()).lookingAt()) {
                var values = new HashMap<String, String>();
                for (int i = 0; i < gaps.size(); i++) {
                    values.put(gaps.get(i), matcher.group(i + 1));
                }
                return Optional.of(values);
            }
            if (prefix.isEmpty()) {
                break; // A template that begins with a gap describes the beginning of the message.
            }
            start = fromEnd ? message.lastIndexOf(prefix, start - 1) : message.indexOf(prefix, start + 1);
        }
        return Optional.empty();
    }
}
