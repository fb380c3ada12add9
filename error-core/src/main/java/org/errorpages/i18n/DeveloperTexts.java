package org.errorpages.i18n;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.errorpages.resource.Lazy;
import org.jspecify.annotations.Nullable;

/** The texts of the developer page, in English and Korean, read on first use. */
final class DeveloperTexts {

    private static final List<String> FILES = List.of("diagnosis", "page", "frames", "request", "memory", "hints");
    private static final Lazy<Map<String, String>> ENGLISH = Lazy.of(() -> read("en"));
    private static final Lazy<Map<String, String>> KOREAN = Lazy.of(() -> read("ko"));

    private DeveloperTexts() {}

    /** Returns the language of the texts for a developer who reads the given one. */
    static String languageFor(String tag) {
        return tag.equals("ko") ? "ko" : "en";
    }

    /** Returns the text of a key for a developer who reads a language, or null if there is no such key. */
    static @Nullable String find(String tag, String key) {
        return of(tag).get(key);
    }

    /** Returns all keys and texts for a developer who reads a language. */
    static Map<String, String> of(String tag) {
        return (languageFor(tag).equals("ko") ? KOREAN : ENGLISH).get();
    }

    private static Map<String, String> read(String language) {
        var texts = new HashMap<String, String>();
        FILES.forEach(file -> texts.putAll(LanguageFile.read("developer/" + file + "." + language + ".properties")));
        return Map.copyOf(texts);
    }
}
