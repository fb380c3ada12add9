package org.errorpages.i18n;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.resource.ClasspathResource;
import org.errorpages.resource.Lazy;

/**
 * Selects the language of a response from the offered languages.
 *
 * <p>The algorithm is lookup of RFC 4647, section 3.4: each range is shortened from the right until a language matches. The
 * default locale of the machine has no influence.
 */
public final class SupportedLocales {

    private static final Lazy<Map<String, String>> ALIASES =
            Lazy.of(() -> ClasspathResource.table(SupportedLocales.class, "language-aliases.properties"));

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

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
        var ranges = new TreeMap<String, String>(LONGEST_FIRST);
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
        return of(List.of(), "en");
    }

    /** Returns the tags of the built-in languages. */
    public static Collection<String> builtInTags() {
        return MessagesLoader.builtIn().tags();
    }

    /** Returns some of the built-in languages, as {@link #of(MessagesLoader, Collection, String)} does. */
    public static SupportedLocales of(Collection<String> tags, String fallback) {
        return of(MessagesLoader.builtIn(), tags, fallback);
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
    public Messages best(RequestSnapshot request) {
        var lines = request.headers().lines("Accept-Language");
        return request.language() == null
                ? best(lines)
                : best(AcceptLanguage.parse(lines).preferring(request.language()));
    }

    /** Returns the texts of the best language for the lines of Accept-Language. */
    public Messages best(List<String> lines) {
        return lookup(AcceptLanguage.leading(lines), Set.of()).orElseGet(() -> best(AcceptLanguage.parse(lines)));
    }

    /** Returns the texts of the best language for a parsed Accept-Language. */
    Messages best(AcceptLanguage accepted) {
        for (var range : accepted.ranges()) {
            // "*" matches nothing by itself: the ranges after it are more precise (RFC 4647, section 3.4).
            var found = range.equals("*") ? Optional.<Messages>empty() : lookup(range, accepted.refused());
            if (found.isPresent()) {
                return found.get();
            }
        }
        return fallback();
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
     * Returns the languages by the ranges that {@link #best} looks up, in lower case, for gateways that match prefixes. The
     * longest come first, so that the first matching prefix is the right one.
     */
    public Map<String, String> tagsByRange() {
        return Collections.unmodifiableMap(tagsByRange);
    }

    private Optional<Messages> lookup(String range, Set<String> refused) {
        for (var prefix = range; !prefix.isEmpty(); prefix = shortened(prefix)) {
            var tag = tagsByRange.get(prefix);
            if (tag != null) {
                boolean isRefused = refused.contains(prefix) || refused.contains(tag.toLowerCase(Locale.ROOT));
                return isRefused ? Optional.empty() : Optional.of(load(tag));
            }
        }
        return Optional.empty();
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
}
