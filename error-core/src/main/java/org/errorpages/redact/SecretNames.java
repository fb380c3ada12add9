package org.errorpages.redact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words by which the name of a header, parameter or cookie tells that its value is secret.
 *
 * @param anywhere words that count wherever they stand in a name
 * @param whole words that count only as a whole word of the name: {@code ssn} is not in {@code className}
 */
record SecretNames(List<String> anywhere, Set<String> whole) {

    /** Words shorter than this are parts of ordinary ones. */
    private static final int TELLING = 5;

    /** Between the words of a name in camel case. */
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

    SecretNames {
        anywhere = List.copyOf(anywhere);
        whole = Set.copyOf(whole);
    }

    /** Returns the words of a file, one on a line. */
    static SecretNames parse(String file) {
        var words = file.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.partitioningBy(word -> word.length() >= TELLING));
        return new SecretNames(words.getOrDefault(true, List.of()), Set.copyOf(words.getOrDefault(false, List.of())));
    }

    /** Returns the word in a name that makes it secret. */
    Optional<String> wordIn(String name) {
        var letters = letters(name);
        for (var word : anywhere) {
            if (letters.contains(word)) {
                return Optional.of(word);
            }
        }
        // To split a name is slow, and few names need it.
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
        var words = NO_LETTERS.split(HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT), -1);
        return Stream.of(words).filter(whole::contains).findFirst();
    }
}
