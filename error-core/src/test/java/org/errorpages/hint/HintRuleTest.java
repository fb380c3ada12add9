package org.errorpages.hint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the parser of hint rules. */
final class HintRuleTest {

    @Test
    void aRuleIsParsedIntoClassConditionsHintsAndOptions() {
        var rules = HintRule.parse(
                "# why\n\n"
                        + " a.B [message~x=1; {n:digits}][sqlstate^=08] = first | second; extract=address,class;"
                        + " rank=broad; link=https://x.test/a=b\n",
                "f");

        assertThat(rules).hasSize(1);
        var rule = rules.get(0);
        assertThat(rule.className()).isEqualTo("a.B");
        assertThat(rule.conditions()).hasSize(2);
        assertThat(rule.hints()).containsExactly("first", "second");
        assertThat(rule.extractors()).containsExactly(DerivedHintValues.ADDRESS, DerivedHintValues.CLASS);
        assertThat(rule.broad()).isTrue();
        assertThat(rule.link()).isEqualTo("https://x.test/a=b");
    }

    @Test
    void aKeywordOfAnEarlierVersionIsRejectedWithItsNewName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HintRule.parse("a.B = hint; ask=address", "f"))
                .withMessage("f:1: cannot read option 'ask=address', which is now 'extract';"
                        + " allowed: extract=, rank=, link=, each once");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            a.B                     | class[condition]
            a.B[message~x = hint    | class[condition]
            = hint                  | the binary name of a class
            a B = hint              | the binary name of a class
            a.B[massage~x] = hint   | [message~TEMPLATE]
            a.B[message~{x}{y}] = h | [message~TEMPLATE]
            a.B[sqlstate^=] = hint  | [sqlstate^=08]
            a.B = Hint 1            | small letters
            a.B = hint; extract=me  | address, class, initializer
            a.B = hint; rank=high   | broad
            a.B = hint; unknown=me     | extract=, rank=, link=
            a.B = hint; link=http:x | https://
            """)
    void aMalformedLineIsRejectedWithItsPositionAndTheAllowedValues(String line, String allowed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HintRule.parse("\n" + line, "own.properties"))
                .withMessageStartingWith("own.properties:2: cannot read ")
                .withMessageContaining(allowed);
    }
}
