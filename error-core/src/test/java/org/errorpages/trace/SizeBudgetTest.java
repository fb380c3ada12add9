package org.errorpages.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SizeBudgetTest {

    @ParameterizedTest
    @ValueSource(strings = {"plain", "주문", "é", "😀", ""})
    void aPlainTextTakesItsNumberOfBytes(String text) {
        assertThat(SizeBudget.bytes(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @CsvSource({"<, 4", "&, 5", "\", 6"})
    void markupTakesItsEscapedSize(String text, int bytes) {
        assertThat(SizeBudget.bytes(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"10, 1, abcdefghij, abcdefghij", "10, 2, abcdefghij, abcde …", "6, 1, <<<, < …", "7, 1, 😀😀, 😀 …"})
    void aTextIsCutToItsShare(int bytes, int shares, String text, String cut) {
        assertThat(new SizeBudget(bytes).cut(text, shares)).isEqualTo(cut);
    }

    @Test
    void takenBytesAreNotLeft() {
        var budget = new SizeBudget(10);

        budget.take(8);

        assertThat(budget.left()).isEqualTo(2);
    }
}
