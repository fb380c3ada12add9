package org.errorpages.render.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContrastTest {

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
    void ratioIsThatOfWcag(String one, String other, double ratio) {
        assertThat(Contrast.ratio(Colour.parse(one), Colour.parse(other))).isCloseTo(ratio, within(0.006));
    }

    @Test
    void orderDoesNotMatter() {
        var ink = Colour.parse("#1c1c1a");
        var paper = Colour.parse("#fcfcfa");

        assertThat(Contrast.ratio(ink, paper)).isEqualTo(Contrast.ratio(paper, ink));
    }

    @Test
    void aRatioIsNotRoundedUpToWhatIsNeeded() {
        assertThat(Contrast.ratio(Colour.parse("#777"), Colour.parse("#fff"))).isLessThan(Contrast.OF_TEXT);
    }
}
