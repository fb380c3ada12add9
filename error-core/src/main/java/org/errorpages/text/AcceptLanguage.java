package org.errorpages.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.errorpages.media.Span;
import org.errorpages.media.Weight;
import org.jspecify.annotations.Nullable;

/**
 * The languages that a client wishes, best first (RFC 9110, section 12.5.4), read leniently and within bounds.
 *
 * <p>A malformed member is left out; {@code ko_KR} passes for {@code ko-KR}. At most {@value #MAX_LENGTH} characters and
 * {@value #MAX_RANGES} members are read.
 *
 * @param wished language ranges in lower case, best first, equals in the order in which they were sent; {@code *} is any
 * @param refused language ranges of weight 0, in lower case
 */
public record AcceptLanguage(List<String> wished, Set<String> refused) {

    /** The number of characters that are read. */
    public static final int MAX_LENGTH = 512;

    /** The number of members that are read. */
    public static final int MAX_RANGES = 16;

    private static final int MAX_SUBTAG = 8;

    static final AcceptLanguage NONE = new AcceptLanguage(List.of(), Set.of());

    public AcceptLanguage {
        wished = List.copyOf(wished);
        refused = Set.copyOf(refused);
    }

    private record Weighted(String range, int weight) {}

    /**
     * Returns the first wish in lower case, if it alone decides where it is understood: no other one is worth more, and
     * none is refused. Else null.
     */
    static @Nullable String leading(List<String> lines) {
        var text = lines.size() == 1 ? lines.get(0) : "";
        int comma = text.indexOf(',');
        var first = new Span(text, 0, comma < 0 ? text.length() : comma);
        if (text.length() > MAX_LENGTH || mayRefuse(text)) {
            return null;
        }
        var range = range(first);
        return range.isEmpty() ? null : range;
    }

    /** Returns whether a weight may be 0: where none is, nothing is refused. */
    private static boolean mayRefuse(String text) {
        for (int equals = text.indexOf('='); equals >= 0; equals = text.indexOf('=', equals + 1)) {
            if (!isPositive(text, equals + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a number is surely above 0: of {@code .0009} three decimals count. */
    private static boolean isPositive(String text, int start) {
        int end = Math.min(text.length(), start + ".001".length());
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c != '0' && c != '.') {
                return c >= '1' && c <= '9';
            }
        }
        return false;
    }

    /** Returns what the lines of the header say together. */
    public static AcceptLanguage parse(List<String> lines) {
        if (lines.isEmpty()) {
            return NONE;
        }
        var text = bounded(lines);
        var wished = new ArrayList<Weighted>();
        Set<String> refused = Set.of();
        int start = 0;
        for (int members = 0; start <= text.length() && members < MAX_RANGES; members++) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            var member = member(new Span(text, start, end));
            start = end + 1;
            if (member.weight() > 0) {
                insert(member, wished);
            } else if (member.weight() == 0) {
                refused = refused.isEmpty() ? new HashSet<>() : refused;
                refused.add(member.range());
            }
        }
        return new AcceptLanguage(ranges(wished), refused);
    }

    /** Equals stay in the order in which they were sent. */
    private static void insert(Weighted member, List<Weighted> wished) {
        int at = wished.size();
        while (at > 0 && wished.get(at - 1).weight() < member.weight()) {
            at--;
        }
        wished.add(at, member);
    }

    private static List<String> ranges(List<Weighted> wished) {
        var ranges = new String[wished.size()];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = wished.get(i).range();
        }
        return List.of(ranges);
    }

    /** Returns a member of the header; what is malformed has a weight below 0. */
    private static Weighted member(Span text) {
        int semicolon = text.indexOf(';');
        var range = range(semicolon < 0 ? text : text.before(semicolon));
        int weight = semicolon < 0 ? 1000 : weight(text.after(semicolon).strip());
        return new Weighted(range, range.isEmpty() ? -1 : weight);
    }

    /** Returns these wishes with another one before them; with none, or with one that is no language, these themselves. */
    public AcceptLanguage preferring(@Nullable String language) {
        var first = language == null || language.length() > MAX_LENGTH ? "" : range(Span.of(language));
        if (first.isEmpty()) {
            return this;
        }
        var all = new ArrayList<String>();
        all.add(first);
        all.addAll(wished);
        var others = new HashSet<>(refused);
        others.remove(first);
        return new AcceptLanguage(all, others);
    }

    /** Returns the lines as one, without a member that the bound would cut: {@code zh-Hant} is not to be read as {@code zh}. */
    private static String bounded(List<String> lines) {
        if (lines.size() == 1 && lines.get(0).length() <= MAX_LENGTH) {
            return lines.get(0);
        }
        var text = new StringBuilder();
        for (var line : lines) {
            text.append(text.isEmpty() ? "" : ",").append(line, 0, Math.min(line.length(), MAX_LENGTH + 1));
            if (text.length() > MAX_LENGTH) {
                char next = text.charAt(MAX_LENGTH);
                int end = next == ',' || Character.isWhitespace(next) ? MAX_LENGTH : text.lastIndexOf(",", MAX_LENGTH);
                return text.substring(0, Math.max(0, end));
            }
        }
        return text.toString();
    }

    /** Returns the range in lower case, or the empty string if it is none of RFC 4647, section 2.1. */
    private static String range(Span text) {
        var range = text.strip().copy();
        if (range.equals("*") || isRange(range)) {
            return range;
        }
        var plain = range.replace('_', '-').toLowerCase(Locale.ROOT);
        return isRange(plain) ? plain : "";
    }

    /** Returns whether a text is a range in lower case. */
    private static boolean isRange(String text) {
        int subtag = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '-' && i > subtag) {
                subtag = i + 1;
            } else if (!isAlphanumeric(c) || i - subtag == MAX_SUBTAG) {
                return false;
            }
        }
        return subtag < text.length();
    }

    /** Returns thousandths, or -1 if it is no weight. */
    private static int weight(Span parameter) {
        int equals = parameter.start() + 1;
        boolean named = parameter.length() >= 3 && parameter.before(equals + 1).is("q=");
        return named ? Weight.thousandths(parameter.after(equals).strip()) : -1;
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
