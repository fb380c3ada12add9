package org.errorpages.i18n;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.errorpages.resource.ClasspathResource;

/**
 * The texts of one message file of the application, all of which can be used.
 *
 * @param file where it is
 * @param texts keys and texts
 */
record CustomMessages(String file, Map<String, String> texts) {

    static final CustomMessages NONE = new CustomMessages("", Map.of());

    private static final int MAX_TEXT = 2_000;
    private static final int NAMED = 5;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}|[{}]");

    /** The keys that every language has. */
    private static final Map<String, String> ENGLISH = LanguageFile.read("en.properties");

    private static final Set<String> FAMILIES =
            ENGLISH.keySet().stream().map(CustomMessages::family).collect(Collectors.toUnmodifiableSet());

    CustomMessages {
        texts = Map.copyOf(texts);
    }

    static CustomMessages read(String tag, String file, String text) {
        requireCanonical(tag, file);
        var texts = new TreeMap<String, String>();
        try {
            texts.putAll(ClasspathResource.properties(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": not a properties file: " + e.getMessage(), e);
        }
        texts.forEach((key, value) -> requireUsable(key, value, file + ":" + line(text, key)));
        return new CustomMessages(file, texts);
    }

    /** Returns these texts if they make a language: all keys. */
    CustomMessages wholeLanguage() {
        var missing = ENGLISH.keySet().stream()
                .filter(key -> !texts.containsKey(key))
                .sorted()
                .toList();
        if (missing.isEmpty()) {
            return this;
        }
        var first = missing.stream().limit(NAMED).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(file + ": a new language needs every key; missing: " + first
                + (missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more" : ""));
    }

    /** Returns the texts that only the application's own templates can ask for. */
    Map<String, String> ofTheApplication() {
        return texts.entrySet().stream()
                .filter(text -> !FAMILIES.contains(family(text.getKey())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of two spellings of one language only one file could count. */
    private static void requireCanonical(String tag, String file) {
        var canonical = "";
        try {
            canonical = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException refused) {
            canonical = "pt-BR";
        }
        if (!canonical.equals(tag)) {
            throw new IllegalArgumentException(
                    file + ": '" + tag + "' isn't a language tag; allowed: one such as " + canonical);
        }
    }

    private static void requireUsable(String key, String text, String place) {
        if (FAMILIES.contains(family(key)) && !ENGLISH.containsKey(key) && !isOfStatus(key)) {
            throw new IllegalArgumentException(place + ": unknown key '" + key + "'; allowed: " + alike(key)
                    + ", or a key of your own that begins with another word");
        }
        if (text.isBlank() || text.length() > MAX_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    place + ": '" + key + "' needs a text of 1 to " + MAX_TEXT + " characters on one line");
        }
        if (key.equals("dir") && !text.equals("ltr") && !text.equals("rtl")) {
            throw new IllegalArgumentException(place + ": dir = '" + text + "' is not allowed; allowed: ltr, rtl");
        }
        if (FAMILIES.contains(family(key))) {
            requirePlaceholders(key, text, place);
        }
    }

    private static void requirePlaceholders(String key, String text, String place) {
        var allowed = key.endsWith(".todo") ? Set.of("{retry}") : placeholders(ENGLISH.getOrDefault(key, ""));
        for (var placeholder : placeholders(text)) {
            if (!allowed.contains(placeholder)) {
                throw new IllegalArgumentException(place + ": '" + key + "' knows no " + placeholder + "; allowed: "
                        + (allowed.isEmpty() ? "no braces" : String.join(", ", allowed)));
            }
        }
    }

    private static boolean isOfStatus(String key) {
        return key.matches("(code\\.[45]\\d\\d|class\\.[45]xx)\\.(title|what|todo|state)");
    }

    /** Returns the placeholders with their braces, and braces that have no counterpart. */
    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String alike(String key) {
        return ENGLISH.keySet().stream()
                .filter(known -> family(known).equals(family(key)) && !isOfStatus(known))
                .sorted()
                .collect(Collectors.joining(", "))
                .transform(keys -> keys.isEmpty() ? family(key) + ".NNN.title, what, todo or state" : keys);
    }

    private static String family(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    /** Returns the number of the line on which a key stands, from 1; 1 where it is written with escapes. */
    private static int line(String text, String key) {
        var lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].strip();
            if (line.startsWith(key) && line.substring(key.length()).matches("\\s*[=:\\s].*|")) {
                return i + 1;
            }
        }
        return 1;
    }
}
