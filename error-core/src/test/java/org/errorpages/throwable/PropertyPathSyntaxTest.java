package org.errorpages.throwable;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PropertyPathSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", ".", "a.", ".a", "a..b", "a b", "1a", "a-b", "a(", "a)", "a(x", "a(x)b", "a(b(c))", "(x)",
                "a(x).", "a()()", "a,b", "a.b(x"
            })
    void aMalformedPathIsRejected(String text) {
        assertThat(PropertyPath.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "getResponse.getHeaderString(Retry-After)",
                "getHeaders.getFirst(a.b)",
                "getStatus().value()"
            })
    void toStringReturnsTheOriginalText(String text) {
        assertThat(PropertyPath.parse(text).orElseThrow()).hasToString(text);
    }
}
