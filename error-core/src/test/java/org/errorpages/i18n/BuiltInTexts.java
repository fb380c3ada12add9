package org.errorpages.i18n;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.errorpages.resource.ClasspathResource;

/** Reads the language files and the tables of rules for them. */
final class BuiltInTexts {

    static final Map<String, String> ENGLISH = of("en");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w*}");

    private BuiltInTexts() {}

    static Collection<String> tags() {
        return SupportedLocales.builtIn().tags();
    }

    static Map<String, String> of(String tag) {
        return ClasspathResource.table(MessagesLoader.class, tag + ".properties");
    }

    /** Returns the lines of a language that violate a rule. */
    static List<String> linesWhere(String tag, BiPredicate<String, String> objection) {
        return of(tag).entrySet().stream()
                .filter(line -> objection.test(line.getKey(), line.getValue()))
                .map(line -> line.getKey() + " = " + line.getValue())
                .sorted()
                .toList();
    }

    static String english(String key) {
        return Objects.requireNonNull(ENGLISH.get(key), key);
    }

    /** Returns the unparsed file. */
    static List<String> lines(String tag) {
        return new String(bytes(tag), StandardCharsets.UTF_8).lines().toList();
    }

    static byte[] bytes(String tag) {
        try (var in = Objects.requireNonNull(MessagesLoader.class.getResourceAsStream(tag + ".properties"), tag)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a table of src/test/resources. */
    static Map<String, String> table(String name) {
        return ClasspathResource.table(MessagesLoader.class, "rules/" + name + ".properties");
    }

    /** Returns the entries of a cell of a table, or an empty list if there is no such cell. */
    static List<String> cell(Map<String, String> table, String key) {
        var cell = table.getOrDefault(key, "");
        return cell.isEmpty() ? List.of() : List.of(cell.split(" +"));
    }

    static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    static String withoutPlaceholders(String text) {
        return PLACEHOLDER.matcher(text).replaceAll("");
    }

    /** Returns whether a text contains one of the words, ignoring case. */
    static boolean saysAny(List<String> words, String text) {
        return words.stream().anyMatch(word -> saysWord(text, word));
    }

    private static boolean saysWord(String text, String word) {
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])", flags)
                .matcher(text)
                .find();
    }
}
