package org.errorpages.text;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.errorpages.resource.Deferred;

/**
 * The languages in which the answer can speak, and the choice among them.
 *
 * <p>The choice is the lookup of RFC 4647, section 3.4: each wished range is shortened from the right until a language
 * fits. It never depends on the default locale of the machine.
 */
public final class SupportedLocales {

    /** Wished tags in lower case that stand for another one. */
    private static final Deferred<Map<String, String>> ALIASES = Deferred.of(SupportedLocales::aliases);

    private final Languages languages;

    /** The offered tags, by themselves in lower case. */
    private final Map<String, String> offered;

    /** What was read of them, when it was asked for first. */
    private final Map<String, Messages> read = new ConcurrentHashMap<>();

    /** The tag of the language where nothing fits. */
    private final String fallback;

    private SupportedLocales(Languages languages, Map<String, String> offered, String fallback) {
        this.languages = languages;
        this.offered = Map.copyOf(offered);
        this.fallback = fallback;
    }

    /** Returns all languages that come with the framework, English where nothing else fits. */
    public static SupportedLocales shipped() {
        return of(List.of(), "en");
    }

    /** Returns the tags of all languages that come with the framework. */
    public static Collection<String> shippedTags() {
        return Languages.shipped().tags();
    }

    /** Returns some of the languages that come with the framework, as {@link #of(Languages, Collection, String)} does. */
    public static SupportedLocales of(Collection<String> tags, String fallback) {
        return of(Languages.shipped(), tags, fallback);
    }

    /**
     * Returns some languages.
     *
     * @param languages those there are
     * @param tags the BCP 47 tags, or none for all
     * @param fallback the language where nothing fits, one of the tags
     * @throws IllegalArgumentException if a language is unknown; the message names what is allowed
     */
    public static SupportedLocales of(Languages languages, Collection<String> tags, String fallback) {
        var known = languages.tags();
        var offered = tags.isEmpty() ? known : tags;
        var byTag = new LinkedHashMap<String, String>();
        for (var tag : offered) {
            if (!known.contains(tag)) {
                throw new IllegalArgumentException("no locale '" + tag + "'; allowed: " + String.join(", ", known));
            }
            byTag.put(tag.toLowerCase(Locale.ROOT), tag);
        }
        var last = byTag.get(fallback.toLowerCase(Locale.ROOT));
        if (last == null) {
            throw new IllegalArgumentException(
                    "default locale '" + fallback + "' is not offered; allowed: " + String.join(", ", offered));
        }
        return new SupportedLocales(languages, byTag, last);
    }

    /** Returns the texts that a client understands best which sent these lines of Accept-Language. */
    public Messages best(List<String> lines) {
        if (lines.isEmpty()) {
            return fallback();
        }
        var leading = AcceptLanguage.leading(lines);
        return (leading == null ? Optional.<Messages>empty() : lookup(leading, AcceptLanguage.NONE))
                .orElseGet(() -> best(AcceptLanguage.parse(lines)));
    }

    /** Returns the texts that the client understands best. */
    public Messages best(AcceptLanguage accepted) {
        for (var range : accepted.wished()) {
            // "*" asks for nothing of its own: what follows it is wished more precisely (RFC 4647, section 3.4).
            var found = range.equals("*") ? Optional.<Messages>empty() : lookup(range, accepted);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return fallback();
    }

    /** Returns the texts of the language where nothing fits. */
    public Messages fallback() {
        return read(fallback);
    }

    /** Returns the texts of the language in which a developer is spoken to who reads the one of these texts. */
    public Messages forDeveloper(Messages best) {
        var language = DeveloperTexts.languageFor(best.tag());
        return language.equals(best.tag()) ? best : read(language);
    }

    /** Returns the tags of all languages that are offered, in order. */
    public List<String> tags() {
        return offered.values().stream().sorted().toList();
    }

    /** Returns the texts of all languages that are offered, in the order of their tags. */
    public List<Messages> all() {
        return offered.values().stream().sorted().map(this::read).toList();
    }

    /**
     * Returns the tags by which clients know the languages, in lower case, and the language of each: what {@link #best}
     * looks up, for who cannot ask it. The longest come first, so that the first one with which a wish begins is the
     * right one.
     */
    public Map<String, String> wishes() {
        var wishes = new TreeMap<String, String>(
                Comparator.comparingInt((String wish) -> -wish.length()).thenComparing(Comparator.naturalOrder()));
        ALIASES.get().forEach((wish, known) -> {
            if (offered.containsKey(known)) {
                wishes.put(wish, offered.get(known));
            }
        });
        wishes.putAll(offered);
        return Collections.unmodifiableMap(wishes);
    }

    private Optional<Messages> lookup(String range, AcceptLanguage accepted) {
        for (var tag = range; !tag.isEmpty(); tag = shortened(tag)) {
            var known = offered.containsKey(tag) ? tag : ALIASES.get().getOrDefault(tag, tag);
            var offer = offered.get(known);
            if (offer != null) {
                boolean refused =
                        accepted.refused().contains(tag) || accepted.refused().contains(known);
                return refused ? Optional.empty() : Optional.of(read(offer));
            }
        }
        return Optional.empty();
    }

    /** A language is read when it is first asked for. */
    private Messages read(String tag) {
        var known = read.get(tag);
        return known != null ? known : read.computeIfAbsent(tag, first -> languages.messages(first, fallback));
    }

    /** Drops the last subtag, and with it a single letter that introduced it. */
    private static String shortened(String tag) {
        int last = tag.lastIndexOf('-');
        if (last < 0) {
            return "";
        }
        var rest = tag.substring(0, last);
        return rest.length() > 1 && rest.charAt(rest.length() - 2) == '-' ? shortened(rest) : rest;
    }

    private static Map<String, String> aliases() {
        return LanguageFile.read("language-aliases.properties").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        alias -> alias.getKey().toLowerCase(Locale.ROOT),
                        alias -> alias.getValue().toLowerCase(Locale.ROOT)));
    }
}
