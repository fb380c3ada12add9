package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that other languages contain no untranslated English. */
final class LeftoverEnglishTest {

    private static final Map<String, String> SAME = BuiltInTexts.table("same-as-english");
    private static final Map<String, String> WORDS = BuiltInTexts.table("english-words");
    private static final Map<String, String> SCRIPTS = BuiltInTexts.table("scripts");
    private static final Map<String, String> TERMS = BuiltInTexts.table("terms");

    static List<String> translations() {
        return BuiltInTexts.tags().stream().filter(tag -> !tag.equals("en")).toList();
    }

    static List<String> translationsInLatin() {
        return translations().stream()
                .filter(tag -> scripts(tag).contains(UnicodeScript.LATIN))
                .toList();
    }

    @Test
    void onlyListedTextsAreTheSameAsInEnglish() {
        var same = new TreeSet<String>();
        for (var tag : translations()) {
            BuiltInTexts.of(tag).forEach((key, text) -> {
                if (!key.equals("dir") && text.equals(BuiltInTexts.english(key))) {
                    same.add(tag + "." + key);
                }
            });
        }

        assertThat(same).containsExactlyInAnyOrderElementsOf(SAME.keySet());
        assertThat(SAME.values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyLetterBelongsToTheScriptOfTheLanguage(String tag) {
        var scripts = scripts(tag);

        assertThat(BuiltInTexts.linesWhere(
                        tag, (key, text) -> words(key, text).codePoints().anyMatch(c -> isForeign(scripts, c))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void noTextConsistsOfForeignTermsOnly(String tag) {
        assertThat(BuiltInTexts.linesWhere(
                        tag,
                        (key, text) -> !key.equals("dir")
                                && words(key, text).codePoints().noneMatch(Character::isLetter)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translationsInLatin")
    void noTextContainsEnglishWords(String tag) {
        var own = BuiltInTexts.cell(WORDS, tag);
        var english = BuiltInTexts.cell(WORDS, "words").stream()
                .filter(word -> !own.contains(word))
                .toList();

        assertThat(BuiltInTexts.linesWhere(
                        tag, (key, text) -> BuiltInTexts.saysAny(english, BuiltInTexts.withoutPlaceholders(text))))
                .isEmpty();
    }

    @Test
    void theTablesNameExistingLanguagesOnly() {
        assertThat(SCRIPTS.keySet()).isSubsetOf(BuiltInTexts.tags());
        assertThat(WORDS.keySet().stream().filter(key -> !key.equals("words"))).isSubsetOf(translationsInLatin());
    }

    /** Returns a text without placeholders and without terms that are Latin in all languages. */
    private static String words(String key, String text) {
        var words = key.equals("dir") ? "" : BuiltInTexts.withoutPlaceholders(text);
        for (var term : BuiltInTexts.cell(TERMS, key.startsWith("dev.") ? "dev" : "public")) {
            words = words.replace(term, "");
        }
        return words;
    }

    private static Set<UnicodeScript> scripts(String tag) {
        var names = BuiltInTexts.cell(SCRIPTS, tag);
        return names.isEmpty()
                ? Set.of(UnicodeScript.LATIN)
                : names.stream().map(UnicodeScript::valueOf).collect(Collectors.toSet());
    }

    /** A mark such as the Japanese sign for a long vowel belongs to no script of its own. */
    private static boolean isForeign(Set<UnicodeScript> scripts, int c) {
        var script = UnicodeScript.of(c);
        return Character.isLetter(c) && script != UnicodeScript.COMMON && !scripts.contains(script);
    }
}
