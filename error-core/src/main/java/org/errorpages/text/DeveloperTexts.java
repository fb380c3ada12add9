package org.errorpages.text;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a page says to developers, in the languages that have it; read when a developer is first told something. */
final class DeveloperTexts {

    /** What is asked for in production too comes first: the others are then not read. */
    private static final List<String> FILES = List.of("diagnosis", "page", "frames", "request", "memory", "hints");

    /** Keys and texts by the names of the files. */
    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private DeveloperTexts() {}

    /** Returns the language in which a developer who reads another one is spoken to. */
    static String languageFor(String tag) {
        return tag.equals("ko") ? "ko" : "en";
    }

    /** Returns the text of a key for a developer who reads a language, or null if there is no such key. */
    static @Nullable String find(String tag, String key) {
        var language = languageFor(tag);
        for (var file : FILES) {
            var text = read(file, language).get(key);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** Returns all keys and texts for a developer who reads a language. */
    static Map<String, String> of(String tag) {
        return FILES.stream()
                .flatMap(file -> read(file, languageFor(tag)).entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> read(String file, String language) {
        return READ.computeIfAbsent("developer/" + file + "." + language + ".properties", LanguageFile::read);
    }
}
