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

/** The language files as tests read them, and the tables that say what may stand in them. */
final class ShippedTexts {

    static final Map<String, String> ENGLISH = of("en");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w*}");

    private ShippedTexts() {}

    static Collection<String> tags() {
        return SupportedLocales.shippedTags();
    }

    static Map<String, String> of(String tag) {
        return LanguageFile.read(tag + ".properties");
    }

    /** Returns the lines of a language whose text a rule objects to. */
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

    /** Returns the file as it is written. */
    static List<String> lines(String tag) {
        return new String(bytes(tag), StandardCharsets.UTF_8).lines().toList();
    }

    static byte[] bytes(String tag) {
        try (var in = Objects.requireNonNull(LanguageFile.class.getResourceAsStream(tag + ".properties"), tag)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a table of src/test/resources. */
    static Map<String, String> table(String name) {
        return LanguageFile.read("rules/" + name + ".properties");
    }

    /** Returns the entries of a cell of a table, none if there is no such cell. */
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

    /** Returns whether one of the words stands in a text, in whichever case. */
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
