package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A language is not mistaken for the one beside it: Traditional for Simplified, Brazil's Portuguese for Portugal's. */
final class NeighbourLanguagesTest {

    private static final Map<String, String> LETTERS = ShippedTexts.table("foreign-letters");
    private static final Map<String, String> WORDS = ShippedTexts.table("foreign-words");

    static Collection<String> languagesWithForeignLetters() {
        return LETTERS.keySet();
    }

    static Collection<String> languagesWithForeignWords() {
        return WORDS.keySet();
    }

    @ParameterizedTest
    @MethodSource("languagesWithForeignLetters")
    void noTextHasLettersOfANeighbour(String tag) {
        var foreign = ShippedTexts.cell(LETTERS, tag);

        assertThat(ShippedTexts.linesWhere(
                        tag, (key, text) -> foreign.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languagesWithForeignWords")
    void noTextHasWordsOfANeighbour(String tag) {
        var foreign = ShippedTexts.cell(WORDS, tag);

        assertThat(ShippedTexts.linesWhere(tag, (key, text) -> ShippedTexts.saysAny(foreign, text)))
                .isEmpty();
    }

    @Test
    void theTablesSpeakOfLanguagesThatThereAre() {
        assertThat(ShippedTexts.tags()).containsAll(LETTERS.keySet()).containsAll(WORDS.keySet());
    }
}
