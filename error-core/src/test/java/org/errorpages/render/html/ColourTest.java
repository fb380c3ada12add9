package org.errorpages.render.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ColourTest {

    @Test
    void sixDigitsAreRedGreenAndBlue() {
        assertThat(Colour.parse("#1b5aA6")).isEqualTo(new Colour(0x1b, 0x5a, 0xa6));
    }

    @Test
    void threeDigitsStandForThemselvesTwice() {
        assertThat(Colour.parse("#0aF")).isEqualTo(new Colour(0, 0xaa, 0xff));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#00000f", "#0a0b0c", "#1b5aa6", "#ffffff"})
    void colourIsWrittenAsItIsRead(String text) {
        assertThat(Colour.parse(text)).hasToString(text);
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
    void nothingElseIsAColour(String text) {
        assertThatThrownBy(() -> Colour.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is not a colour; allowed: #rrggbb or #rgb");
    }

    @Test
    void partsAreBounded() {
        assertThatThrownBy(() -> new Colour(256, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Colour(0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Colour(0, 0, 256)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"#000, 0", "#fff, 1", "#f00, 0.2126", "#0f0, 0.7152", "#00f, 0.0722", "#808080, 0.2159"})
    void luminanceIsThatOfWcag(String text, double luminance) {
        assertThat(Colour.parse(text).luminance()).isCloseTo(luminance, within(0.0001));
    }
}
