package org.errorpages.i18n;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.errorpages.resource.ClasspathResource;
import org.errorpages.resource.ResourceFolder;

/**
 * Loads the texts of built-in and custom languages.
 *
 * <p>A custom file is named {@code messages.TAG.properties} with a BCP 47 tag. It overrides any texts of a built-in language
 * or defines all texts of a new one. Further keys are for custom templates.
 */
public final class MessagesLoader {

    private static final Set<String> BUILT_IN_TAGS =
            Set.copyOf(ClasspathResource.table(MessagesLoader.class, "languages.properties")
                    .keySet());

    private static final MessagesLoader BUILT_IN = new MessagesLoader(Map.of());
    private static final String PREFIX = "messages.";
    private static final String SUFFIX = ".properties";

    private final Map<String, CustomMessages> custom;

    private MessagesLoader(Map<String, CustomMessages> custom) {
        this.custom = Map.copyOf(custom);
    }

    /** Returns the built-in languages. */
    public static MessagesLoader builtIn() {
        return BUILT_IN;
    }

    /**
     * Returns the built-in languages with the custom texts of a folder.
     *
     * @throws IllegalArgumentException if a text is invalid; the message names file, line, key and the allowed values
     */
    public static MessagesLoader with(ResourceFolder folder) {
        var custom = new TreeMap<String, CustomMessages>();
        for (var name : folder.names()) {
            if (name.startsWith(PREFIX) && name.endsWith(SUFFIX) && name.length() > PREFIX.length() + SUFFIX.length()) {
                var tag = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
                var texts = CustomMessages.read(tag, folder.location() + name, folder.text(name));
                custom.put(tag, BUILT_IN_TAGS.contains(tag) ? texts : texts.requireComplete());
            }
        }
        return new MessagesLoader(custom);
    }

    /** Returns the BCP 47 tags of all languages. */
    public SortedSet<String> tags() {
        var tags = new TreeSet<>(BUILT_IN_TAGS);
        tags.addAll(custom.keySet());
        return tags;
    }

    /** Returns the texts of a language, with missing texts for custom templates from the fallback language. */
    Messages messages(String tag, String fallback) {
        var texts =
                new HashMap<>(custom.getOrDefault(fallback, CustomMessages.NONE).forCustomTemplates());
        texts.putAll(
                ClasspathResource.table(MessagesLoader.class, (BUILT_IN_TAGS.contains(tag) ? tag : "en") + SUFFIX));
        texts.putAll(custom.getOrDefault(tag, CustomMessages.NONE).texts());
        return new Messages(tag, texts);
    }

    /**
     * The validated texts of one custom file.
     *
     * @param file the location for messages
     * @param texts the texts by key
     */
    private record CustomMessages(String file, Map<String, String> texts) {

        static final CustomMessages NONE = new CustomMessages("", Map.of());

        private static final int MAX_TEXT = 2_000;
        private static final int MAX_LISTED = 5;
        private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}|[{}]");

        private static final Map<String, String> ENGLISH =
                ClasspathResource.table(MessagesLoader.class, "en.properties");

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
            texts.forEach((key, value) -> requireValid(key, value, file + ":" + line(text, key)));
            return new CustomMessages(file, texts);
        }

        /** Returns these texts; fails if a key of a new language is missing. */
        CustomMessages requireComplete() {
            var missing = ENGLISH.keySet().stream()
                    .filter(key -> !texts.containsKey(key))
                    .sorted()
                    .toList();
            if (missing.isEmpty()) {
                return this;
            }
            var first = missing.stream().limit(MAX_LISTED).collect(Collectors.joining(", "));
            throw new IllegalArgumentException(file + ": a new language needs every key; missing: " + first
                    + (missing.size() > MAX_LISTED ? " and " + (missing.size() - MAX_LISTED) + " more" : ""));
        }

        /** Returns the texts that only custom templates use. */
        Map<String, String> forCustomTemplates() {
            return texts.entrySet().stream()
                    .filter(text -> !FAMILIES.contains(family(text.getKey())))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        /** Requires the canonical spelling, so that two files can't define the same language. */
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

        private static void requireValid(String key, String text, String place) {
            if (FAMILIES.contains(family(key)) && !ENGLISH.containsKey(key) && !isStatusKey(key)) {
                throw new IllegalArgumentException(place + ": unknown key '" + key + "'; allowed: " + similarKeys(key)
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
                    throw new IllegalArgumentException(place + ": '" + key + "' has no placeholder " + placeholder
                            + "; allowed: " + (allowed.isEmpty() ? "no braces" : String.join(", ", allowed)));
                }
            }
        }

        private static boolean isStatusKey(String key) {
            return key.matches("(code\\.[45]\\d\\d|class\\.[45]xx)\\.(title|what|todo|state)");
        }

        /** Returns the placeholders with their braces, and unmatched braces. */
        private static Set<String> placeholders(String text) {
            return PLACEHOLDER
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static String similarKeys(String key) {
            return ENGLISH.keySet().stream()
                    .filter(known -> family(known).equals(family(key)) && !isStatusKey(known))
                    .sorted()
                    .collect(Collectors.joining(", "))
                    .transform(keys -> keys.isEmpty() ? family(key) + ".NNN.title, what, todo or state" : keys);
        }

        private static String family(String key) {
            int dot = key.indexOf('.');
            return dot < 0 ? key : key.substring(0, dot);
        }

        /** Returns the line number of a key, or 1 if the key is written with escapes. */
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
}
