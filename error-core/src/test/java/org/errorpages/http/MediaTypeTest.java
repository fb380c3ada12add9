package org.errorpages.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MediaTypeTest {

    @Test
    void mediaTypesAreCaseInsensitive() {
        assertThat(MediaType.of("Text/HTML")).isEqualTo(MediaType.HTML).hasToString("text/html");
    }

    @Test
    void mediaTypesAreCaseInsensitiveInTheTurkishLocale() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));

            assertThat(MediaType.of("TEXT/PLAIN")).isEqualTo(MediaType.TEXT);
            assertThat(MediaType.of("APPLICATION/X")).hasToString("application/x");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "/",
                "text/",
                "/html",
                "text/html; charset=utf-8",
                "te xt/html",
                "text/html/x",
                "text/hé",
                "text/ht\nml",
                "text/html ",
                "text/\"html\"",
                "text/(html)"
            })
    void anInvalidMediaTypeIsRejected(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MediaType.of(text))
                .withMessageStartingWith("not a media type: ");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json, true",
        "application/json, application/problem+json, false",
        "application/json, text/json, false",
        "application/*+json, application/hal+json, true",
        "application/*+json, application/*+json, true",
        "application/*+json, application/json, false",
        "application/*+json, text/hal+json, false",
        "application/*+json, application/hal+xml, false",
        "application/*+xml, application/soap+xml, true",
        "application/*+xml, application/xhtml+xml, false",
        "application/xhtml+xml, application/xhtml+xml, true"
    })
    void aRangeMatchesItsTypeAndMembersOfItsFamily(String type, String other, boolean covers) {
        var range = Objects.requireNonNull(ContentNegotiator.Range.parse(other, 0));

        assertThat(range.matches(MediaType.of(type))).isEqualTo(covers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Quota", "a", "!#$%&'*+-.^_`|~09azAZ"})
    void aTokenConsistsOfVisibleAscii(String text) {
        assertThat(MediaType.isToken(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "a b", "a:b", "a;b", "a=b", "a,b", "a\u0000", "a\u007f", "\u00e9", "a\nb", "a\"", "\ud800"
            })
    void aTokenHasNoSeparatorOrOtherCharacter(String text) {
        assertThat(MediaType.isToken(text)).isFalse();
    }
}
