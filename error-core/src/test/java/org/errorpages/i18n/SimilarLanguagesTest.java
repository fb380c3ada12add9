package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that similar languages aren't mixed up, such as Traditional and Simplified Chinese. */
final class SimilarLanguagesTest {

    private static final Map<String, String> LETTERS = BuiltInTexts.table("foreign-letters");
    private static final Map<String, String> WORDS = BuiltInTexts.table("foreign-words");

    static Collection<String> languagesWithForeignLetters() {
        return LETTERS.keySet();
    }

    static Collection<String> languagesWithForeignWords() {
        return WORDS.keySet();
    }

    @ParameterizedTest
    @MethodSource("languagesWithForeignLetters")
    void noTextHasLettersOfASimilarLanguage(String tag) {
        var foreign = BuiltInTexts.cell(LETTERS, tag);

        assertThat(BuiltInTexts.linesWhere(
                        tag, (key, text) -> foreign.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languagesWithForeignWords")
    void noTextHasWordsOfASimilarLanguage(String tag) {
        var foreign = BuiltInTexts.cell(WORDS, tag);

        assertThat(BuiltInTexts.linesWhere(tag, (key, text) -> BuiltInTexts.saysAny(foreign, text)))
                .isEmpty();
    }

    @Test
    void theTablesNameExistingLanguagesOnly() {
        assertThat(BuiltInTexts.tags()).containsAll(LETTERS.keySet()).containsAll(WORDS.keySet());
    }
}
