package org.errorpages.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a page says to developers, in the languages that have it; read when a developer is first told something. */
final class DeveloperTexts {

    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private DeveloperTexts() {}

    /** Returns the language in which a developer who reads another one is spoken to. */
    static String languageFor(String tag) {
        return tag.equals("ko") ? "ko" : "en";
    }

    /** Returns keys and texts for a developer who reads a language. */
    static Map<String, String> of(String tag) {
        return READ.computeIfAbsent(languageFor(tag), DeveloperTexts::read);
    }

    private static Map<String, String> read(String language) {
        return Stream.of("page", "frames", "request", "memory", "hints")
                .map(name -> LanguageFile.read("developer/" + name + "." + language + ".properties"))
                .flatMap(texts -> texts.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
