package org.errorpages.i18n;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.errorpages.http.RequestHeaders;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.resource.ClasspathResource;
import org.errorpages.resource.Lazy;
import org.jspecify.annotations.Nullable;

/**
 * Selects the language of a response from the offered languages.
 *
 * <p>The algorithm is lookup of RFC 4647, section 3.4: each range is shortened from the right until a language matches. The
 * default locale of the machine has no influence.
 */
public final class SupportedLocales {

    /**
     * A built-in language.
     *
     * @param tag the BCP 47 tag
     * @param reviewed whether a native speaker has reviewed the texts
     */
    public record BuiltInLanguage(String tag, boolean reviewed) {

        /** Returns all built-in languages, sorted by tag. */
        public static List<BuiltInLanguage> all() {
            return ClasspathResource.table(SupportedLocales.class, "languages.properties").entrySet().stream()
                    .map(row -> new BuiltInLanguage(row.getKey(), row.getValue().equals("native")))
                    .sorted(Comparator.comparing(BuiltInLanguage::tag))
                    .toList();
        }
    }

    private static final Lazy<Map<String, String>> ALIASES =
            Lazy.of(() -> ClasspathResource.table(SupportedLocales.class, "language-aliases.properties"));

    private final MessagesLoader languages;
    private final List<String> tags;
    private final String fallback;

    /** The tags by range: tags and aliases in lower case. */
    private final Map<String, String> tagsByRange;

    /** The loaded texts by tag. */
    private final Map<String, Messages> loaded = new ConcurrentHashMap<>();

    private SupportedLocales(MessagesLoader languages, Collection<String> tags, String fallback) {
        this.languages = languages;
        this.tags = tags.stream().distinct().sorted().toList();
        this.fallback = fallback;
        var longestFirst = Comparator.comparingInt(String::length).reversed();
        var ranges = new TreeMap<String, String>(longestFirst.thenComparing(Comparator.naturalOrder()));
        ALIASES.get().forEach((alias, tag) -> {
            if (tags.contains(tag)) {
                ranges.put(alias.toLowerCase(Locale.ROOT), tag);
            }
        });
        tags.forEach(tag -> ranges.put(tag.toLowerCase(Locale.ROOT), tag));
        this.tagsByRange = new LinkedHashMap<>(ranges);
    }

    /** Returns all built-in languages with English as the default. */
    public static SupportedLocales builtIn() {
        return of(MessagesLoader.builtIn(), List.of(), "en");
    }

    /**
     * Returns some of the available languages.
     *
     * @param tags the BCP 47 tags, empty for all
     * @param fallback the default language, one of the tags
     * @throws IllegalArgumentException if a language is unknown; the message names the allowed ones
     */
    public static SupportedLocales of(MessagesLoader languages, Collection<String> tags, String fallback) {
        var known = languages.tags();
        var offered = tags.isEmpty() ? known : tags;
        for (var tag : offered) {
            if (!known.contains(tag)) {
                throw new IllegalArgumentException("no locale '" + tag + "'; allowed: " + String.join(", ", known));
            }
        }
        var canonical = offered.stream()
                .filter(fallback::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "default locale '" + fallback + "' is not offered; allowed: " + String.join(", ", offered)));
        return new SupportedLocales(languages, offered, canonical);
    }

    /** Returns the texts of the best language for a request: that of the user, else one of Accept-Language. */
    public Messages messagesFor(RequestSnapshot request) {
        return messagesFor(request.headers().lines("Accept-Language"), request.language());
    }

    /**
     * Returns the texts of the best language.
     *
     * @param lines the lines of Accept-Language
     * @param preferred a language that precedes them, or null; a malformed one changes nothing
     */
    public Messages messagesFor(List<String> lines, @Nullable String preferred) {
        if (lines.isEmpty() && preferred == null) {
            return fallback();
        }
        var leading = lines.size() == 1 && preferred == null ? AcceptLanguage.leading(lines.get(0)) : "";
        var decided = lookup(leading, Set.of());
        return decided != null ? decided : messagesFor(AcceptLanguage.parse(lines, preferred));
    }

    private Messages messagesFor(AcceptLanguage accepted) {
        // "*" matches nothing by itself: the ranges after it are more precise (RFC 4647, section 3.4).
        return accepted.ranges().stream()
                .flatMap(range -> Stream.ofNullable(lookup(range, accepted.refused())))
                .findFirst()
                .orElseGet(this::fallback);
    }

    /** Returns the texts of the default language. */
    public Messages fallback() {
        return load(fallback);
    }

    /** Returns the texts for a developer whose best language is that of the given texts. */
    public Messages forDeveloper(Messages best) {
        var language = Messages.DeveloperTexts.languageFor(best.tag());
        return language.equals(best.tag()) ? best : load(language);
    }

    /** Returns the tags of all languages, sorted. */
    public List<String> tags() {
        return tags;
    }

    /** Returns the texts of all languages, sorted by tag. */
    public List<Messages> all() {
        return tags.stream().map(this::load).toList();
    }

    /**
     * Returns the languages by the ranges that {@link #messagesFor} looks up, in lower case, for gateways that match prefixes. The
     * longest come first, so that the first matching prefix is the right one.
     */
    public Map<String, String> tagsByRange() {
        return Collections.unmodifiableMap(tagsByRange);
    }

    private @Nullable Messages lookup(String range, Set<String> refused) {
        for (var prefix = range; !prefix.isEmpty(); prefix = shortened(prefix)) {
            var tag = tagsByRange.get(prefix);
            if (tag != null) {
                boolean isRefused = refused.contains(prefix) || refused.contains(tag.toLowerCase(Locale.ROOT));
                return isRefused ? null : load(tag);
            }
        }
        return null;
    }

    private Messages load(String tag) {
        var known = loaded.get(tag);
        return known != null ? known : loaded.computeIfAbsent(tag, first -> languages.messages(first, fallback));
    }

    /** Drops the last subtag, and with it a single letter that introduced it. */
    private static String shortened(String tag) {
        int last = tag.lastIndexOf('-');
        int end = last > 1 && tag.charAt(last - 2) == '-' ? last - 2 : last;
        return tag.substring(0, Math.max(0, end));
    }

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

        static final int MAX_LENGTH = 512;
        static final int MAX_RANGES = 16;

        private record Member(String range, int weight) {

            /** Returns a member; a malformed one has a weight below 0. */
            static Member parse(String text) {
                int semicolon = text.indexOf(';');
                var range = (semicolon < 0 ? text : text.substring(0, semicolon)).strip();
                var parameter =
                        semicolon < 0 ? "q=1" : text.substring(semicolon + 1).strip();
                boolean isMember = parameter.startsWith("q=") && isRange(range);
                return new Member(
                        range,
                        isMember ? RequestHeaders.quality(parameter.substring(2).strip()) : -1);
            }
        }

        /**
         * Returns the first range if no other member can outrank or refuse it, else the empty string. Browsers send such
         * headers, and parsing all of one takes as long as a third of a response.
         */
        static String leading(String text) {
            int comma = text.indexOf(',');
            var first = normalized(comma < 0 ? text : text.substring(0, comma)).strip();
            return text.length() <= MAX_LENGTH && isRange(first) && !mayRefuse(text) ? first : "";
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

        /** Returns the members of all lines of the header, after a preferred language unless it is malformed. */
        static AcceptLanguage parse(List<String> lines, @Nullable String preferred) {
            var members = Stream.of(normalized(bounded(lines)).split(",", MAX_RANGES + 1))
                    .limit(MAX_RANGES)
                    .map(Member::parse)
                    .sorted(Comparator.comparingInt(member -> -member.weight()))
                    .toList();
            var ranges = new ArrayList<String>();
            var refused = new HashSet<String>();
            for (var member : members) {
                if (member.weight() > 0) {
                    ranges.add(member.range());
                } else if (member.weight() == 0) {
                    refused.add(member.range());
                }
            }
            var first = preferred == null || preferred.length() > MAX_LENGTH
                    ? ""
                    : normalized(preferred).strip();
            if (isRange(first)) {
                ranges.add(0, first);
                refused.remove(first);
            }
            return new AcceptLanguage(ranges, refused);
        }

        /** Joins the lines and cuts them between members, so that {@code zh-Hant} isn't cut to {@code zh}. */
        private static String bounded(List<String> lines) {
            var text = String.join(",", lines);
            if (text.length() <= MAX_LENGTH) {
                return text;
            }
            char next = text.charAt(MAX_LENGTH);
            int end = next == ',' || Character.isWhitespace(next) ? MAX_LENGTH : text.lastIndexOf(',', MAX_LENGTH);
            return text.substring(0, Math.max(0, end));
        }

        private static String normalized(String text) {
            return text.replace('_', '-').toLowerCase(Locale.ROOT);
        }

        /** Returns whether a text in lower case is a language range of RFC 4647, section 2.1. */
        private static boolean isRange(String text) {
            int length = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '-' && length > 0) {
                    length = 0;
                } else if (((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) && length < 8) {
                    length++;
                } else {
                    return text.equals("*");
                }
            }
            return length > 0;
        }
    }
}
