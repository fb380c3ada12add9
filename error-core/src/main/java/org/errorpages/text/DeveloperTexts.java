package org.errorpages.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.errorpages.resource.Deferred;
import org.jspecify.annotations.Nullable;

/** What a page says to developers, in the languages that have it; read when a developer is first told something. */
final class DeveloperTexts {

    /** What is asked for in production too comes first: the others are then not read. */
    private static final List<String> FILES = List.of("diagnosis", "page", "frames", "request", "memory", "hints");

    /** Keys and texts of each file. */
    private static final List<Deferred<Map<String, String>>> ENGLISH = files("en");

    private static final List<Deferred<Map<String, String>>> KOREAN = files("ko");

    private DeveloperTexts() {}

    /** Returns the language in which a developer who reads another one is spoken to. */
    static String languageFor(String tag) {
        return tag.equals("ko") ? "ko" : "en";
    }

    /** Returns the text of a key for a developer who reads a language, or null if there is no such key. */
    static @Nullable String find(String tag, String key) {
        for (var file : filesFor(tag)) {
            var text = file.get().get(key);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** Returns all keys and texts for a developer who reads a language. */
    static Map<String, String> of(String tag) {
        return filesFor(tag).stream()
                .flatMap(file -> file.get().entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Deferred<Map<String, String>>> filesFor(String tag) {
        return languageFor(tag).equals("ko") ? KOREAN : ENGLISH;
    }

    private static List<Deferred<Map<String, String>>> files(String language) {
        return FILES.stream()
                .map(file -> Deferred.of(() -> LanguageFile.read("developer/" + file + "." + language + ".properties")))
                .toList();
    }
}
