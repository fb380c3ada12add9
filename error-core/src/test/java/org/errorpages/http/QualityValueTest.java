package org.errorpages.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QualityValueTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1000",
        "0., 0",
        "1., 1000",
        "0.8, 800",
        "0.08, 80",
        "0.008, 8",
        "0.123, 123",
        "1.000, 1000",
        "0.000, 0",
        ".2, 200",
        ".999, 999",
        "0.9999, 999",
        "0.123456, 123"
    })
    void aWeightIsParsed(String text, int thousandths) {
        assertThat(RequestHeaders.quality(text)).isEqualTo(thousandths);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "2",
                "1.001",
                "1.1",
                "-0.5",
                "+0.5",
                "0,5",
                "0.5 ",
                " 0.5",
                "0.5.5",
                "00.5",
                "10",
                "0.x",
                "0.1234567",
                "1e0",
                "½",
                "0.٥",
                "NaN",
                "0x1"
            })
    void anInvalidWeightIsNegative(String text) {
        assertThat(RequestHeaders.quality(text)).isEqualTo(-1);
    }

    @Property
    void everyWeightWithThreeDigitsIsParsed(@ForAll @IntRange(max = 999) int thousandths) {
        assertThat(RequestHeaders.quality("0.%03d".formatted(thousandths))).isEqualTo(thousandths);
    }

    @Property
    void anyTextGivesAWeightOrMinusOne(@ForAll String text) {
        assertThat(RequestHeaders.quality(text)).isBetween(-1, 1000);
    }
}
