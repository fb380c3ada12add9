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

/** No English is left standing in another language. */
final class LeftoverEnglishTest {

    private static final Map<String, String> SAME = ShippedTexts.table("same-as-english");
    private static final Map<String, String> WORDS = ShippedTexts.table("english-words");
    private static final Map<String, String> SCRIPTS = ShippedTexts.table("scripts");
    private static final Map<String, String> TERMS = ShippedTexts.table("terms");

    static List<String> translations() {
        return ShippedTexts.tags().stream().filter(tag -> !tag.equals("en")).toList();
    }

    static List<String> translationsInLatin() {
        return translations().stream()
                .filter(tag -> scripts(tag).contains(UnicodeScript.LATIN))
                .toList();
    }

    @Test
    void textsAreTheEnglishOnesOnlyWhereThatIsSaidToBeRight() {
        var same = new TreeSet<String>();
        for (var tag : translations()) {
            ShippedTexts.of(tag).forEach((key, text) -> {
                if (!key.equals("dir") && text.equals(ShippedTexts.english(key))) {
                    same.add(tag + "." + key);
                }
            });
        }

        assertThat(same).containsExactlyInAnyOrderElementsOf(SAME.keySet());
        assertThat(SAME.values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyLetterIsOneOfTheLanguagesScript(String tag) {
        var scripts = scripts(tag);

        assertThat(ShippedTexts.linesWhere(
                        tag, (key, text) -> words(key, text).codePoints().anyMatch(c -> isForeign(scripts, c))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void noTextIsMadeOfForeignTermsOnly(String tag) {
        assertThat(ShippedTexts.linesWhere(
                        tag,
                        (key, text) -> !key.equals("dir")
                                && words(key, text).codePoints().noneMatch(Character::isLetter)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translationsInLatin")
    void noTextSaysWordsOfEnglish(String tag) {
        var own = ShippedTexts.cell(WORDS, tag);
        var english = ShippedTexts.cell(WORDS, "words").stream()
                .filter(word -> !own.contains(word))
                .toList();

        assertThat(ShippedTexts.linesWhere(
                        tag, (key, text) -> ShippedTexts.saysAny(english, ShippedTexts.withoutPlaceholders(text))))
                .isEmpty();
    }

    @Test
    void theTablesSpeakOfLanguagesThatThereAre() {
        assertThat(SCRIPTS.keySet()).isSubsetOf(ShippedTexts.tags());
        assertThat(WORDS.keySet().stream().filter(key -> !key.equals("words"))).isSubsetOf(translationsInLatin());
    }

    /** Returns what is left of a text without placeholders and without words that are Latin everywhere. */
    private static String words(String key, String text) {
        var words = key.equals("dir") ? "" : ShippedTexts.withoutPlaceholders(text);
        for (var term : ShippedTexts.cell(TERMS, key.startsWith("dev.") ? "dev" : "public")) {
            words = words.replace(term, "");
        }
        return words;
    }

    private static Set<UnicodeScript> scripts(String tag) {
        var names = ShippedTexts.cell(SCRIPTS, tag);
        return names.isEmpty()
                ? Set.of(UnicodeScript.LATIN)
                : names.stream().map(UnicodeScript::valueOf).collect(Collectors.toSet());
    }

    /** A mark such as the Japanese sign for a long vowel is a letter of no script of its own. */
    private static boolean isForeign(Set<UnicodeScript> scripts, int c) {
        var script = UnicodeScript.of(c);
        return Character.isLetter(c) && script != UnicodeScript.COMMON && !scripts.contains(script);
    }
}
