package org.errorpages.render.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.errorpages.render.html.ThemeColours.Colour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ColourTest {

    @Test
    void sixDigitsAreParsedAsRedGreenAndBlue() {
        assertThat(Colour.parse("themeText", "#1b5aA6")).isEqualTo(new Colour(0x1b5aa6));
    }

    @Test
    void threeDigitsAreEachDoubled() {
        assertThat(Colour.parse("themeText", "#0aF")).isEqualTo(new Colour(0x00aaff));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#00000f", "#0a0b0c", "#1b5aa6", "#ffffff"})
    void aParsedColourHasTheSameText(String text) {
        assertThat(Colour.parse("themeText", text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "#f",
                "#ff",
                "#ffff",
                "#fffff",
                "#fffffff",
                "#ffffffff",
                "fff",
                "ffffff",
                "#ggg",
                "#-12",
                "#+12",
                "# fff",
                " #fff",
                "#fff ",
                "#fff\n",
                "red",
                "rgb(0,0,0)",
                "var(--bg)",
                "#fff;}",
                "#１２３",
                "#fff/**/"
            })
    void anyOtherTextIsRejected(String text) {
        assertThatThrownBy(() -> Colour.parse("themeText", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("themeText = '" + text + "' is not allowed; allowed: a colour such as #1b5aa6");
    }

    @ParameterizedTest
    @CsvSource({"#000, 0", "#fff, 1", "#f00, 0.2126", "#0f0, 0.7152", "#00f, 0.0722", "#808080, 0.2159"})
    void theLuminanceFollowsWcag(String text, double luminance) {
        assertThat(Colour.parse("themeText", text).luminance()).isCloseTo(luminance, within(0.0001));
    }

    @ParameterizedTest
    @CsvSource({
        "#000, #fff, 21",
        "#fff, #fff, 1",
        "#767676, #fff, 4.54",
        "#777777, #fff, 4.48",
        "#949494, #fff, 3.03",
        "#959595, #fff, 2.99",
        "#f00, #fff, 4.00",
        "#00f, #fff, 8.59",
        "#a0aec0, #f7fafc, 2.15",
        "#010101, #000, 1.01"
    })
    void theContrastFollowsWcag(String one, String other, double ratio) {
        assertThat(Colour.parse("themeText", one).contrastTo(Colour.parse("themeText", other)))
                .isCloseTo(ratio, within(0.006));
        assertThat(Colour.parse("themeText", other).contrastTo(Colour.parse("themeText", one)))
                .isEqualTo(Colour.parse("themeText", one).contrastTo(Colour.parse("themeText", other)));
    }

    @Test
    void theContrastIsNotRoundedUpToTheMinimum() {
        assertThat(Colour.parse("themeText", "#777").contrastTo(Colour.parse("themeText", "#fff")))
                .isLessThan(ThemeColours.MIN_CONTRAST);
    }
}
