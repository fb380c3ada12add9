package org.errorpages.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests parsing of parameters and cookies. */
final class NamedValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1&b=2             | a:1 b:2",
                "a=1&a=2             | a:1 a:2",
                "a                   | a:",
                "a=                  | a:",
                "=1                  | :1",
                "&&a=1&              | a:1",
                "a=b=c               | a:b=c",
                "n%61me=%ED%95%9C+x  | name:한 x",
                "a=100%              | a:100%",
                "a=%zz&b=%20         | a:%zz b:' '"
            })
    void aQueryHasTheseParameters(String query, String parameters) {
        assertThat(written(NamedValue.ofQuery(query))).isEqualTo(parameters.replace("'", ""));
    }

    @Test
    void noQueryHasNoParameters() {
        assertThat(NamedValue.ofQuery(null)).isEmpty();
        assertThat(NamedValue.ofQuery("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a=1; b=2 | a:1 b:2", "a=1;b=x=y; ;c | a:1 b:x=y c:", "a=%20+ | a:%20+"})
    void aCookieHeaderHasTheseCookies(String header, String cookies) {
        assertThat(written(NamedValue.ofCookies(List.of(header)))).isEqualTo(cookies);
    }

    @Test
    void cookiesOfSeveralLinesAreRead() {
        assertThat(written(NamedValue.ofCookies(List.of("a=1", "b=2")))).isEqualTo("a:1 b:2");
    }

    @Test
    void atMostTwoHundredValuesAreRead() {
        assertThat(NamedValue.ofQuery("a=1&".repeat(5_000))).hasSize(200);
        assertThat(NamedValue.ofCookies(List.of("a=1;".repeat(5_000)))).hasSize(200);
    }

    private static String written(List<NamedValue> values) {
        return values.stream().map(value -> value.name() + ":" + value.value()).collect(Collectors.joining(" "));
    }
}
