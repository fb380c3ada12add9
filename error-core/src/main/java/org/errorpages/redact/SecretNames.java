package org.errorpages.redact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognises names of headers, parameters and cookies whose values are secret.
 *
 * @param anywhere words that match anywhere in a name
 * @param whole words that match a whole word of the name only: {@code ssn} is not in {@code className}
 */
record SecretNames(List<String> anywhere, Set<String> whole) {

    /** A shorter word is often a part of an ordinary one. */
    private static final int MIN_LENGTH_ANYWHERE = 5;

    private static final Pattern CAMEL_CASE_BOUNDARY = Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private static final Pattern NON_LETTERS = Pattern.compile("[^a-z]+");

    /** Parses a file with one word per line. */
    static SecretNames parse(String file) {
        var words = file.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.partitioningBy(word -> word.length() >= MIN_LENGTH_ANYWHERE));
        return new SecretNames(words.getOrDefault(true, List.of()), Set.copyOf(words.getOrDefault(false, List.of())));
    }

    /** Returns the word that makes a name secret. */
    Optional<String> wordIn(String name) {
        var letters = letters(name);
        for (var word : anywhere) {
            if (letters.contains(word)) {
                return Optional.of(word);
            }
        }
        // Splitting a name is slow, and few names need it.
        return whole.stream().anyMatch(letters::contains) ? wholeWordIn(name) : Optional.empty();
    }

    private static String letters(String name) {
        var letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = Character.toLowerCase(name.charAt(i));
            if (c >= 'a' && c <= 'z') {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    private Optional<String> wholeWordIn(String name) {
        var spaced = CAMEL_CASE_BOUNDARY.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
        return Stream.of(NON_LETTERS.split(spaced, -1)).filter(whole::contains).findFirst();
    }
}
