package org.errorpages.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the values that templates capture. */
final class MessageTemplateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Index {i:digits} out of      | Index 5 out of bounds      | 5
            Index {i:number} out of      | Index -1 out of bounds     | -1
            class {i:class} is           | class a.b$C is             | a.b$C
            key {i:word}                 | key 'x', key y             | y
            {i} is null                  | a b is null                | a b
            at {i}                       | at the end of a line\\nmore | the end of a line
            …line {i:digits}             | line 1 and line 22         | 22
            """)
    void aGapCapturesTheCharactersOfItsKind(String template, String message, String value) {
        assertThat(template(template).find(message.replace("\\n", "\n"))).contains(Map.of("i", value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Index {i:digits} out of | Index x out of bounds
            Index {i:digits} out of | Index  out of bounds
            a {i} z                 | a line\\nz
            words                   | other
            """)
    void aMessageThatDoesNotMatchYieldsNothing(String template, String message) {
        assertThat(template(template).find(message.replace("\\n", "\n"))).isEmpty();
    }

    @Test
    void laterOccurrencesOfThePrefixAreTried() {
        assertThat(template("line {n:digits}").find("line one, line 2")).contains(Map.of("n", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{a}{b}", "{}", "{a:any}", "{a b}", "{9}"})
    void aMalformedTemplateIsRejected(String text) {
        assertThat(HintRule.MessageTemplate.parse(text)).isEmpty();
    }

    @Test
    void aLongMessageThatNearlyMatchesTakesLinearTime() {
        var almost = "a b c ".repeat(2_000_000);
        var template = template("a {x} b {y} c {z:digits}");

        Assertions.assertThat(Duration.ofNanos(nanos(() -> template.find(almost))))
                .isLessThan(Duration.ofSeconds(2));
        assertThat(template.find(almost)).isEmpty();
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static HintRule.MessageTemplate template(String text) {
        return HintRule.MessageTemplate.parse(text).orElseThrow();
    }
}
