package org.errorpages.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.errorpages.http.RequestSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the redaction of secrets that a request contains. */
final class RepeatedSecretFinderTest {

    private static final RequestSnapshot GET = RequestSnapshot.of("GET", "/");

    private static String shown(RequestSnapshot request, String text) {
        return Redactor.forRequest(request).redact(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization       | Bearer hunter2hunter | no hunter2hunter here | no [hidden: authorization] here",
                "Authorization       | Basic YW5uYTpodW50ZXIy | no hunter2 here     | no [hidden: authorization] here",
                "X-Api-Key           | hunter2              | ahunter2b             | a[hidden: apikey]b",
                "X-Api-Key           | a/b+c d              | a%2Fb%2Bc+d a%2fb%2bc%20d | [hidden: apikey] [hidden:"
                        + " apikey]",
                "X-Api-Key           | say \"hi\"           | {\"a\":\"say \\\"hi\\\"\"} | {\"a\":\"[hidden:"
                        + " apikey]\"}",
                "Cookie              | remember=abc123def   | no abc123def          | no [hidden: cookie]",
                "Cookie              | SESSID=hunter        | no hunter             | no [hidden: sessid]",
                "Cookie              | view=products        | all products          | all products",
                "X-Api-Key           | true                 | it is true            | it is true",
                "X-Page              | products             | all products          | all products"
            })
    void aValueWithASecretNameIsRedactedEverywhere(String name, String value, String text, String shown) {
        assertThat(shown(GET.withHeader(name, value), text)).isEqualTo(shown);
    }

    @Property(tries = 300)
    void encodedFormsOfASecretAreRedacted(
            @ForAll @StringLength(min = 8, max = 40) @NotEmpty String letters,
            @ForAll @StringLength(max = 9) String before,
            @ForAll @StringLength(max = 9) String after) {
        var secret = "hunter2" + letters.replace("\n", "").replace("\r", "").strip();
        var request = GET.withHeader("X-Api-Key", secret);
        var text = (before + secret + after).getBytes(StandardCharsets.UTF_8);

        for (var encoder : new Base64.Encoder[] {
            Base64.getEncoder(), Base64.getUrlEncoder().withoutPadding()
        }) {
            var encoded = encoder.encodeToString(text);
            assertThat(shown(request, "got " + encoded + " here")).isEqualTo("got [hidden: apikey] here");
        }
    }

    @Test
    void aSecretThatContainsAnotherIsRedactedCompletely() {
        assertThat(shown(GET.withHeader("X-Api-Key", "hunter2"), "password=a-hunter2-canary now"))
                .isEqualTo("password=[hidden: secret] now");
    }

    @Test
    void aVeryLongSecretIsRedactedCompletely() {
        var secret = "Ab1-".repeat(1_000);

        assertThat(shown(GET.withHeader("X-Api-Key", secret), "no " + secret + " here"))
                .isEqualTo("no [hidden: apikey] here");
    }

    @Test
    void manySecretsTakeAsLongAsOne() {
        var request = GET;
        for (int i = 0; i < 100; i++) {
            request = request.withHeader("X-Token-" + i, "a".repeat(4_000) + i);
        }
        var many = request;

        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertThat(shown(many, "aaab".repeat(2_000)))
                .hasSize(8_000));
    }

    @Test
    void aRedactionMarkInTheOriginalTextIsNotCounted() {
        var redactor = Redactor.forRequest(GET.withHeader("X-Api-Key", "hunter2"));
        redactor.redact("[hidden: jwt] hunter2 \uFDD0evil\uFDD1");

        assertThat(redactor.counts()).containsExactly(new Redactor.RedactionCount("apikey", 1));
    }
}
