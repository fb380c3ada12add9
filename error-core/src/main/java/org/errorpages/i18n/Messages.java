package org.errorpages.i18n;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.errorpages.resource.ClasspathResource;
import org.errorpages.resource.Lazy;

/**
 * Provides the texts of one language.
 *
 * <p>Texts are plain text, which a renderer escapes. Placeholders are in braces: {@code {retry}}.
 */
public final class Messages {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String tag;
    private final Map<String, String> texts;

    Messages(String tag, Map<String, String> texts) {
        this.tag = Objects.requireNonNull(tag);
        this.texts = Map.copyOf(texts);
    }

    /** Returns the language as a BCP 47 tag, such as {@code ko}. */
    public String tag() {
        return tag;
    }

    /** Returns the writing direction: {@code ltr} or {@code rtl}. */
    public String direction() {
        return get("dir");
    }

    /**
     * Returns the text of a key.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public String get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no text '" + key + "' in " + tag));
    }

    /** Returns the text of a key, or empty if there is no such key. */
    public Optional<String> find(String key) {
        var text = texts.get(key);
        return Optional.ofNullable(text == null ? DeveloperTexts.of(tag).get(key) : text);
    }

    /** Returns the text of a key with a placeholder filled. */
    public String get(String key, String placeholder, String value) {
        return get(key, Map.of(placeholder, value));
    }

    /** Returns the text of a key with its placeholders filled; values aren't parsed for placeholders. */
    public String get(String key, Map<String, String> values) {
        return fill(get(key), values);
    }

    /** Returns a text with its placeholders filled, or empty if a value is unknown. */
    public static Optional<String> fillAll(String text, Map<String, String> values) {
        boolean known = PLACEHOLDER.matcher(text).results().allMatch(found -> values.containsKey(found.group(1)));
        return known ? Optional.of(fill(text, values)) : Optional.empty();
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /**
     * Returns the text for a status code, else the text for its class.
     *
     * @param part {@code title}, {@code what}, {@code todo} or {@code state}
     */
    public String forStatus(int code, String part) {
        var text = texts.get("code." + code + "." + part);
        return text != null ? text : get("class." + code / 100 + "xx." + part);
    }

    /** Returns a time to the second in the format of ISO 8601, such as {@code 2026-11-22T14:03:11Z}. */
    public static String isoTime(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Returns the time of day, such as {@code 14:03 UTC}. */
    public static String clockTime(Instant time) {
        return CLOCK.format(time);
    }

    /** Returns the keys of all texts except those for developers. */
    public Set<String> keys() {
        return texts.keySet();
    }

    /** Returns the status codes that have their own texts, in order. */
    public SortedSet<Integer> codes() {
        return texts.keySet().stream()
                .filter(key -> key.startsWith("code.") && key.endsWith(".title"))
                .map(key -> Integer.valueOf(key.substring(5, 8)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns all keys and texts. */
    Map<String, String> all() {
        return texts;
    }

    @Override
    public String toString() {
        return "Messages[" + tag + "]";
    }

    /** The texts of the developer page in English and Korean, read on first use. */
    static final class DeveloperTexts {

        private static final List<String> FILES = List.of("diagnosis", "page", "frames", "request", "memory", "hints");
        private static final Lazy<Map<String, String>> ENGLISH = Lazy.of(() -> read("en"));
        private static final Lazy<Map<String, String>> KOREAN = Lazy.of(() -> read("ko"));

        private DeveloperTexts() {}

        /** Returns the language of the developer texts for a language. */
        static String languageFor(String tag) {
            return tag.equals("ko") ? "ko" : "en";
        }

        /** Returns all developer texts by key for a language. */
        static Map<String, String> of(String tag) {
            return (languageFor(tag).equals("ko") ? KOREAN : ENGLISH).get();
        }

        private static Map<String, String> read(String language) {
            var texts = new HashMap<String, String>();
            FILES.forEach(file -> texts.putAll(
                    ClasspathResource.table(Messages.class, "developer/" + file + "." + language + ".properties")));
            return Map.copyOf(texts);
        }
    }
}
