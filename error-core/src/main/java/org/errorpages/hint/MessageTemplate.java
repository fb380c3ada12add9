package org.errorpages.hint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words with gaps between, as messages have them: {@code Index {index:digits} out of bounds}.
 *
 * <p>Finds them in a time that grows with the message and no faster: a gap takes what belongs to its kind, or all up to
 * the next word, and is never tried another way; only the place of the first word is, a few times.
 */
final class MessageTemplate {

    private static final String FROM_THE_END = "…";
    private static final int MAX_STARTS = 16;
    private static final int MAX_VALUE = 1_000;

    /** Of what a gap consists; {@code ANY} ends where the next word begins, and at the end of the line. */
    private enum Kind {
        ANY,
        DIGITS,
        NUMBER,
        WORD,
        CLASS;

        boolean has(char c) {
            return switch (this) {
                case ANY -> c != '\n' && c != '\r';
                case DIGITS -> c >= '0' && c <= '9';
                case NUMBER -> c == '-' || (c >= '0' && c <= '9');
                case WORD -> c > ' ' && "\"'`()[]<>,;:".indexOf(c) < 0;
                case CLASS -> ClassName.isPart(c);
            };
        }

        static @Nullable Kind of(String name) {
            return switch (name) {
                case "" -> ANY;
                case ":digits" -> DIGITS;
                case ":number" -> NUMBER;
                case ":word" -> WORD;
                case ":class" -> CLASS;
                default -> null;
            };
        }
    }

    /** Either words, or the name of a gap with its kind. */
    private record Part(String text, @Nullable Kind kind) {}

    private final List<Part> parts;
    private final boolean fromTheEnd;

    private MessageTemplate(List<Part> parts, boolean fromTheEnd) {
        this.parts = List.copyOf(parts);
        this.fromTheEnd = fromTheEnd;
    }

    /** Returns the template of a text, or nothing if it is none: two gaps need a word between them. */
    static Optional<MessageTemplate> parse(String source) {
        boolean fromTheEnd = source.startsWith(FROM_THE_END);
        var text = fromTheEnd ? source.substring(1) : source;
        var parts = new ArrayList<Part>();
        for (int at = 0; at < text.length(); ) {
            boolean gap = text.charAt(at) == '{';
            int end = gap ? text.indexOf('}', at) : text.indexOf('{', at);
            if (gap && end < 0) {
                return Optional.empty();
            }
            end = end < 0 ? text.length() : end;
            var part = gap ? gap(text.substring(at + 1, end)) : new Part(text.substring(at, end), null);
            boolean second =
                    gap && !parts.isEmpty() && parts.get(parts.size() - 1).kind() != null;
            if (part == null || second) {
                return Optional.empty();
            }
            parts.add(part);
            at = gap ? end + 1 : end;
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new MessageTemplate(parts, fromTheEnd));
    }

    private static @Nullable Part gap(String text) {
        int colon = text.indexOf(':');
        var name = colon < 0 ? text : text.substring(0, colon);
        var kind = Kind.of(text.substring(name.length()));
        return name.matches("[a-zA-Z]+") && kind != null ? new Part(name, kind) : null;
    }

    /** Returns how many characters of words there are: what a match proves. */
    int length() {
        return parts.stream()
                .filter(part -> part.kind() == null)
                .mapToInt(part -> part.text().length())
                .sum();
    }

    /** Returns what stands in the gaps of the first place that fits, or the last one, or nothing where none does. */
    Optional<Map<String, String>> find(String message) {
        if (parts.get(0).kind() != null) {
            return at(message, 0);
        }
        var first = parts.get(0).text();
        int start = fromTheEnd ? message.lastIndexOf(first) : message.indexOf(first);
        for (int tried = 0; start >= 0 && tried < MAX_STARTS; tried++) {
            var found = at(message, start);
            if (found.isPresent()) {
                return found;
            }
            start = fromTheEnd ? message.lastIndexOf(first, start - 1) : message.indexOf(first, start + 1);
        }
        return Optional.empty();
    }

    private Optional<Map<String, String>> at(String message, int start) {
        var values = new HashMap<String, String>();
        int at = start;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            int end = part.kind() == null
                    ? at + (message.startsWith(part.text(), at) ? part.text().length() : 0)
                    : end(
                            message,
                            at,
                            part.kind(),
                            i + 1 < parts.size() ? parts.get(i + 1).text() : "");
            if (end <= at) {
                return Optional.empty();
            }
            if (part.kind() != null) {
                values.put(part.text(), message.substring(at, end));
            }
            at = end;
        }
        return Optional.of(values);
    }

    /** Returns where a gap ends, or a place before it where it is empty or its next word does not come. */
    private static int end(String message, int from, Kind kind, String next) {
        int limit = Math.min(message.length(), from + MAX_VALUE);
        int end = from;
        while (end < limit && kind.has(message.charAt(end))) {
            end++;
        }
        if (kind != Kind.ANY || next.isEmpty()) {
            return end;
        }
        int word = message.indexOf(next, from);
        return word <= end ? word : -1;
    }
}
