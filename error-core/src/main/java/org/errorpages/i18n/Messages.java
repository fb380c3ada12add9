package org.errorpages.i18n;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The texts of one language.
 *
 * <p>A placeholder stands in braces: {@code {retry}}. Texts are plain text; a renderer escapes them for its form.
 */
public final class Messages {

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

    /** Returns the text of a key, or nothing if there is no such key. */
    public Optional<String> find(String key) {
        var text = texts.get(key);
        return Optional.ofNullable(text == null ? DeveloperTexts.find(tag, key) : text);
    }

    /** Returns the text of a key with a placeholder filled. */
    public String get(String key, String placeholder, String value) {
        return get(key, Map.of(placeholder, value));
    }

    /** Returns the text of a key with all its placeholders filled; what looks like one in a value stays as it is. */
    public String get(String key, Map<String, String> values) {
        return new Placeholders(values).fillKnown(get(key));
    }

    /**
     * Returns the text for a status: that of the code itself, else that of its class.
     *
     * @param code the status code
     * @param part what is said: {@code title}, {@code what}, {@code todo}
     */
    public String ofStatus(int code, String part) {
        var text = texts.get("code." + code + "." + part);
        return text != null ? text : get("class." + code / 100 + "xx." + part);
    }

    /** Returns the keys of all texts but those for developers. */
    public Set<String> keys() {
        return texts.keySet();
    }

    /** Returns the status codes that have texts of their own, in order. */
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
}
