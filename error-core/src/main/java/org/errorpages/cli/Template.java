package org.errorpages.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.resource.ClasspathResource;

/**
 * A configuration with words to fill in, written {@code @word@}.
 *
 * <p>A line with words that only rows know is repeated for each row that knows them. What is filled in is not read again.
 *
 * @param text the text
 */
record Template(String text) {

    private static final Pattern WORD = Pattern.compile("@([a-z]+)@");

    /** Returns the template of a file beside this class. */
    static Template read(String name) {
        return new Template(ClasspathResource.text(Template.class, name));
    }

    /**
     * Returns the text with its words filled in.
     *
     * @param words what is the same everywhere
     * @param rows what differs from line to line
     */
    String filled(Map<String, String> words, List<Map<String, String>> rows) {
        return text.lines().flatMap(line -> lines(line, words, rows)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> lines(String line, Map<String, String> words, List<Map<String, String>> rows) {
        var unknown = WORD.matcher(line)
                .results()
                .map((MatchResult word) -> word.group(1))
                .filter(word -> !words.containsKey(word))
                .collect(Collectors.toUnmodifiableSet());
        if (unknown.isEmpty()) {
            return Stream.of(line(line, words, words));
        }
        return rows.stream().filter(row -> knows(row, unknown)).map(row -> line(line, words, row));
    }

    private static boolean knows(Map<String, String> row, Set<String> words) {
        return row.keySet().containsAll(words);
    }

    private static String line(String line, Map<String, String> words, Map<String, String> row) {
        return WORD.matcher(line).replaceAll(word -> {
            var value = words.getOrDefault(word.group(1), row.get(word.group(1)));
            return Matcher.quoteReplacement(Objects.requireNonNull(value));
        });
    }
}
