package org.errorpages.hint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How rules are read. */
final class HintRuleParserTest {

    @Test
    void aRuleHasAClassSignsHintsAndOptions() {
        var rules = HintRuleParser.parse(
                "# why\n\n a.B [message~x=1; {n:digits}][sqlstate^=08] = first | second; ask=address,class; rank=broad; link=https://x.test/a=b\n",
                "f");

        assertThat(rules).hasSize(1);
        var rule = rules.get(0);
        assertThat(rule.className()).isEqualTo("a.B");
        assertThat(rule.signs()).hasSize(2);
        assertThat(rule.hints()).containsExactly("first", "second");
        assertThat(rule.inquiries()).containsExactly(Inquiry.ADDRESS, Inquiry.CLASS);
        assertThat(rule.broad()).isTrue();
        assertThat(rule.link()).isEqualTo("https://x.test/a=b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            a.B                     | class[condition]
            a.B[message~x = hint    | class[condition]
            = hint                  | class[condition]
            a B = hint              | class[condition]
            a.B[massage~x] = hint   | [message~TEMPLATE]
            a.B[message~{x}{y}] = h | [message~TEMPLATE]
            a.B[sqlstate^=] = hint  | [sqlstate^=08]
            a.B = Hint 1            | small letters
            a.B = hint; ask=me      | ADDRESS
            a.B = hint; rank=high   | rank=broad
            a.B = hint; link=http:x | https://
            """)
    void whatCannotBeReadIsNamedWithItsLineAndWhatIsAllowed(String line, String allowed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HintRuleParser.parse("\n" + line, "own.properties"))
                .withMessageStartingWith("own.properties:2: cannot read ")
                .withMessageContaining(allowed);
    }
}
