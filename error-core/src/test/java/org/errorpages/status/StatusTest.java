package org.errorpages.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StatusTest {

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request",
        "404, Not Found",
        "413, Content Too Large",
        "422, Unprocessable Content",
        "429, Too Many Requests",
        "451, Unavailable For Legal Reasons",
        "500, Internal Server Error",
        "501, Not Implemented",
        "502, Bad Gateway",
        "503, Service Unavailable",
        "504, Gateway Timeout",
        "505, HTTP Version Not Supported",
        "506, Variant Also Negotiates",
        "507, Insufficient Storage",
        "508, Loop Detected",
        "510, Not Extended",
        "511, Network Authentication Required"
    })
    void theReasonPhraseIsThatOfTheRegistry(int code, String reason) {
        assertThat(Status.of(code).reason()).isEqualTo(reason);
        assertThat(Status.of(code)).hasToString(code + " " + reason);
    }

    @ParameterizedTest
    @CsvSource({
        "418, Bad Request",
        "419, Bad Request",
        "499, Bad Request",
        "509, Internal Server Error",
        "520, Internal Server Error",
        "599, Internal Server Error"
    })
    void anUnregisteredCodeHasTheReasonPhraseOfItsClass(int code, String reason) {
        assertThat(Status.of(code).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -500, 0, 100, 200, 304, 399, 600, 999, Integer.MAX_VALUE})
    void aCodeThatIsNotAnErrorIsRejected(int code) {
        assertThat(Status.isError(code)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Status.of(code))
                .withMessage("status " + code + " is not an error; allowed are 400 to 599");
    }

    @Test
    void everyCodeFrom400To599HasAReasonPhrase() {
        for (int code = 400; code <= 599; code++) {
            assertThat(Status.isError(code)).isTrue();
            assertThat(Status.of(code).reason()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({"400, false", "499, false", "500, true", "599, true"})
    void codesFrom500AreServerErrors(int code, boolean serverError) {
        assertThat(Status.of(code).isServerError()).isEqualTo(serverError);
    }

    @Test
    void only502And504AreGatewayErrors() {
        assertThat(IntStream.rangeClosed(400, 599)
                        .filter(code -> Status.of(code).isGatewayError()))
                .containsExactly(502, 504);
    }

    @Test
    void retryAfterIsAllowedWith413And429And503Only() {
        assertThat(IntStream.rangeClosed(400, 599)
                        .filter(code -> Status.of(code).allowsRetryAfter()))
                .containsExactly(413, 429, 503);
    }

    @Test
    void equalCodesAreEqual() {
        assertThat(Status.of(500)).isEqualTo(Status.INTERNAL_SERVER_ERROR);
        assertThat(Status.of(503)).isEqualTo(new Status(503)).isNotEqualTo(Status.of(502));
    }
}
