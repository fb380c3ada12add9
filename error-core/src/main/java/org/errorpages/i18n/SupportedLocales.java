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
import org.errorpages.resource.Lazy;

/**
 * The languages that answers are given in, and the choice among them.
 *
 * <p>The choice is the lookup of RFC 4647, section 3.4: each wished range is shortened from the right until a language
 * fits. It never depends on the default locale of the machine.
 */
public final class SupportedLocales {

    private static final Lazy<Map<String, String>> ALIASES =
            Lazy.of(() -> LanguageFile.read("language-aliases.properties"));

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    private final Languages languages;
    private final List<String> tags;
    private final String fallback;

    /** The languages by their tags and aliases, in lower case. */
    private final Map<String, String> byWish;

    /** The texts of the languages that were used so far, by tag. */
    private final Map<String, Messages> read = new ConcurrentHashMap<>();

    private SupportedLocales(Languages languages, Collection<String> tags, String fallback) {
        this.languages = languages;
        this.tags = tags.stream().distinct().sorted().toList();
        this.fallback = fallback;
        var wishes = new TreeMap<String, String>(LONGEST_FIRST);
        ALIASES.get().forEach((alias, tag) -> {
            if (tags.contains(tag)) {
                wishes.put(alias.toLowerCase(Locale.ROOT), tag);
            }
        });
        tags.forEach(tag -> wishes.put(tag.toLowerCase(Locale.ROOT), tag));
        this.byWish = new LinkedHashMap<>(wishes);
    }

    /** Returns the built-in languages, English if nothing else fits. */
    public static SupportedLocales shipped() {
        return of(List.of(), "en");
    }

    /** Returns the tags of the built-in languages. */
    public static Collection<String> shippedTags() {
        return Languages.shipped().tags();
    }

    /** Returns some of the built-in languages, as {@link #of(Languages, Collection, String)} does. */
    public static SupportedLocales of(Collection<String> tags, String fallback) {
        return of(Languages.shipped(), tags, fallback);
    }

    /**
     * Returns some languages.
     *
     * @param languages those available
     * @param tags the BCP 47 tags, empty for all
     * @param fallback the language if nothing fits, one of the tags
     * @throws IllegalArgumentException if a language is unknown; the message names the allowed ones
     */
    public static SupportedLocales of(Languages languages, Collection<String> tags, String fallback) {
        var known = languages.tags();
        var offered = tags.isEmpty() ? known : tags;
        for (var tag : offered) {
            if (!known.contains(tag)) {
                throw new IllegalArgumentException("no locale '" + tag + "'; allowed: " + String.join(", ", known));
            }
        }
        var last = offered.stream()
                .filter(fallback::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "default locale '" + fallback + "' is not offered; allowed: " + String.join(", ", offered)));
        return new SupportedLocales(languages, offered, last);
    }

    /** Returns the texts of the language that suits these lines of Accept-Language best. */
    public Messages best(List<String> lines) {
        return lookup(AcceptLanguage.leading(lines), Set.of()).orElseGet(() -> best(AcceptLanguage.parse(lines)));
    }

    /** Returns the texts of the language that suits the client best. */
    public Messages best(AcceptLanguage accepted) {
        for (var range : accepted.wished()) {
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
        return read(fallback);
    }

    /** Returns the texts for a developer whose best language is that of the given texts. */
    public Messages forDeveloper(Messages best) {
        var language = DeveloperTexts.languageFor(best.tag());
        return language.equals(best.tag()) ? best : read(language);
    }

    /** Returns the tags of all languages, sorted. */
    public List<String> tags() {
        return tags;
    }

    /** Returns the texts of all languages, sorted by tag. */
    public List<Messages> all() {
        return tags.stream().map(this::read).toList();
    }

    /**
     * Returns the languages by the ranges that {@link #best} looks up, in lower case, for gateways that match prefixes. The
     * longest come first, so that the first matching prefix is the right one.
     */
    public Map<String, String> wishes() {
        return Collections.unmodifiableMap(byWish);
    }

    private Optional<Messages> lookup(String range, Set<String> refused) {
        for (var wish = range; !wish.isEmpty(); wish = shortened(wish)) {
            var tag = byWish.get(wish);
            if (tag != null) {
                boolean isRefused = refused.contains(wish) || refused.contains(tag.toLowerCase(Locale.ROOT));
                return isRefused ? Optional.empty() : Optional.of(read(tag));
            }
        }
        return Optional.empty();
    }

    private Messages read(String tag) {
        var known = read.get(tag);
        return known != null ? known : read.computeIfAbsent(tag, first -> languages.messages(first, fallback));
    }

    /** Drops the last subtag, and with it a single letter that introduced it. */
    private static String shortened(String tag) {
        int last = tag.lastIndexOf('-');
        int end = last > 1 && tag.charAt(last - 2) == '-' ? last - 2 : last;
        return tag.substring(0, Math.max(0, end));
    }
}
