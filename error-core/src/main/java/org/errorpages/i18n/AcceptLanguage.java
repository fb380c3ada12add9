package org.errorpages.i18n;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.errorpages.http.QualityValue;
import org.jspecify.annotations.Nullable;

/**
 * Parses the Accept-Language header of RFC 9110, section 12.5.4, leniently and within bounds.
 *
 * <p>A malformed member is skipped; {@code ko_KR} is read as {@code ko-KR}. At most {@value #MAX_LENGTH} characters and
 * {@value #MAX_RANGES} members are read. {@link Locale.LanguageRange} rejects the whole header for one malformed
 * member, and {@link Locale#lookup} can't reject the target of an alias.
 *
 * @param ranges language ranges in lower case, best first; equals keep their order
 * @param refused language ranges of weight 0, in lower case
 */
record AcceptLanguage(List<String> ranges, Set<String> refused) {

    public static final int MAX_LENGTH = 512;

    public static final int MAX_RANGES = 16;

    /** A language range of RFC 4647, section 2.1, in lower case. */
    private static final Pattern RANGE = Pattern.compile("\\*|[a-z0-9]{1,8}(?:-[a-z0-9]{1,8})*+");

    public AcceptLanguage {
        ranges = List.copyOf(ranges);
        refused = Set.copyOf(refused);
    }

    private record Member(String range, int weight) {

        static final Comparator<Member> HEAVIEST_FIRST = Comparator.comparingInt(member -> -member.weight());

        /** Returns a member; a malformed one has a weight below 0. */
        static Member parse(String text) {
            int semicolon = text.indexOf(';');
            var range = normalized(semicolon < 0 ? text : text.substring(0, semicolon));
            int weight =
                    semicolon < 0 ? 1000 : weight(text.substring(semicolon + 1).strip());
            return new Member(range, range.isEmpty() ? -1 : weight);
        }

        private static int weight(String parameter) {
            boolean hasName = parameter.regionMatches(true, 0, "q=", 0, 2);
            return hasName ? QualityValue.thousandths(parameter.substring(2).strip()) : -1;
        }
    }

    /**
     * Returns the first range if no other member can outrank or refuse it, else the empty string. Browsers send such
     * headers, and parsing all of one takes as long as a third of a response.
     */
    static String leading(List<String> lines) {
        var text = lines.size() == 1 ? lines.get(0) : "";
        int comma = text.indexOf(',');
        boolean isDecisive = text.length() <= MAX_LENGTH && !mayRefuse(text);
        return isDecisive ? normalized(comma < 0 ? text : text.substring(0, comma)) : "";
    }

    /** Returns whether a weight may be 0: it's neither 1 nor begins with 0.1 to 0.9. */
    private static boolean mayRefuse(String text) {
        for (int equals = text.indexOf('='); equals >= 0; equals = text.indexOf('=', equals + 1)) {
            int digit = text.startsWith("0.", equals + 1) ? equals + 3 : equals + 1;
            if (digit >= text.length() || text.charAt(digit) < '1' || text.charAt(digit) > '9') {
                return true;
            }
        }
        return false;
    }

    /** Returns the members of all lines of the header. */
    public static AcceptLanguage parse(List<String> lines) {
        var members = new ArrayList<Member>();
        for (var text : bounded(lines).split(",", MAX_RANGES + 1)) {
            members.add(Member.parse(text));
        }
        var wished = new ArrayList<String>();
        var refused = new HashSet<String>();
        members.subList(Math.min(members.size(), MAX_RANGES), members.size()).clear();
        members.sort(Member.HEAVIEST_FIRST);
        for (var member : members) {
            if (member.weight() > 0) {
                wished.add(member.range());
            } else if (member.weight() == 0) {
                refused.add(member.range());
            }
        }
        return new AcceptLanguage(wished, refused);
    }

    /** Returns a copy with another language first; null or a malformed one changes nothing. */
    public AcceptLanguage preferring(@Nullable String language) {
        var first = language == null || language.length() > MAX_LENGTH ? "" : normalized(language);
        if (first.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(List.of(first));
        all.addAll(ranges);
        var others = new HashSet<>(refused);
        others.remove(first);
        return new AcceptLanguage(all, others);
    }

    /** Joins the lines and cuts them between members, so that {@code zh-Hant} isn't cut to {@code zh}. */
    private static String bounded(List<String> lines) {
        var text = lines.size() == 1 ? lines.get(0) : String.join(",", lines);
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        char next = text.charAt(MAX_LENGTH);
        int end = next == ',' || Character.isWhitespace(next) ? MAX_LENGTH : text.lastIndexOf(',', MAX_LENGTH);
        return text.substring(0, Math.max(0, end));
    }

    /** Returns the range in lower case, or the empty string if it is malformed. */
    private static String normalized(String text) {
        var range = text.strip().replace('_', '-').toLowerCase(Locale.ROOT);
        return RANGE.matcher(range).matches() ? range : "";
    }
}
