package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PseudoLanguageTest {

    @Test
    void anAccentedTextIsReadableLongerAndInBrackets() {
        assertThat(PseudoLanguage.ACCENTED.text("Try again {retry}.")).isEqualTo("⟦Ţŕýý ááĝááííñ {retry}.⟧");
    }

    @Test
    void aMirroredTextRunsFromRightToLeft() {
        assertThat(PseudoLanguage.MIRRORED.text("Code {code}")).isEqualTo("⟦\u202ECode\u202C {code}⟧");
        assertThat(PseudoLanguage.MIRRORED.messages().direction()).isEqualTo("rtl");
    }

    @ParameterizedTest
    @EnumSource
    void everyTextKeepsItsPlaceholders(PseudoLanguage language) {
        var texts = language.messages().all();

        assertThat(texts.keySet()).isEqualTo(BuiltInTexts.ENGLISH.keySet());
        assertThat(texts).allSatisfy((key, text) -> assertThat(BuiltInTexts.placeholders(text))
                .isEqualTo(BuiltInTexts.placeholders(BuiltInTexts.english(key))));
    }

    @Test
    void accentedTextsAreLongerByTwoFifths() {
        int english = String.join("", BuiltInTexts.ENGLISH.values()).length();
        int accented = String.join("", PseudoLanguage.ACCENTED.messages().all().values())
                .length();

        assertThat((double) accented / english).isBetween(1.3, 1.5);
    }

    @ParameterizedTest
    @EnumSource
    void theFileContainsTheTexts(PseudoLanguage language) throws IOException {
        var properties = new Properties();

        properties.load(new StringReader(language.file()));

        assertThat(properties).isEqualTo(language.messages().all());
    }

    @Test
    void textOutsideBracketsIsHardCoded() {
        assertThat(PseudoLanguage.outside("a ⟦b ⟦c⟧ d⟧ e")).isEqualTo("a  e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"⟦a", "a⟧", "⟦a ⟦b⟧", "⟧⟦"})
    void aTruncatedTextIsRejected(String shown) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PseudoLanguage.outside(shown))
                .withMessage("cut off: " + shown);
    }
}
