package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.classify;

import java.util.Map;
import org.errorpages.status.Failure;
import org.errorpages.status.FaultSide;
import org.errorpages.status.HttpError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that no response lacks the header field that its status requires. */
final class RequiredHeadersTest {

    @ParameterizedTest
    @CsvSource({
        "401, 403, WWW-Authenticate",
        "407, 403, Proxy-Authenticate",
        "426, 400, Upgrade",
    })
    void aStatusWithoutItsRequiredHeaderIsReplacedWithARemark(int status, int instead, String header) {
        var verdict = classify(declared(status, Map.of()));

        assertThat(verdict.status().code()).isEqualTo(instead);
        assertThat(verdict.faultSide()).isEqualTo(FaultSide.CLIENT);
        assertThat(verdict.headers()).isEmpty();
        assertThat(verdict.reason().rule()).endsWith(" = " + status + "; " + status + " needs " + header);
    }

    @ParameterizedTest
    @CsvSource({
        "401, WWW-Authenticate, Basic realm=x",
        "401, www-authenticate, Basic realm=x",
        "405, allow, GET",
        "405, Allow, ''",
        "407, Proxy-Authenticate, Basic realm=x",
        "426, UPGRADE, websocket"
    })
    void aStatusWithItsRequiredHeaderIsKept(int status, String header, String value) {
        var verdict = classify(declared(status, Map.of(header, value)));

        assertThat(verdict.status().code()).isEqualTo(status);
        assertThat(verdict.headers()).isEqualTo(Map.of(header, value));
        assertThat(verdict.reason().rule()).endsWith(" = " + status);
    }

    @Test
    void a405WithoutAllowGetsAnEmptyAllow() {
        var verdict = classify(declared(405, Map.of("X-Shop", "7")));

        assertThat(verdict.status().code()).isEqualTo(405);
        assertThat(verdict.headers()).isEqualTo(Map.of("X-Shop", "7", "Allow", ""));
    }

    @Test
    void aStatusOfARuleIsReplacedAsWell() {
        var verdict = classify(new IllegalStateException(), "java.lang.IllegalStateException = 401");

        assertThat(verdict.status().code()).isEqualTo(403);
        assertThat(verdict.reason().rule())
                .isEqualTo("java.lang.IllegalStateException = 401; 401 needs WWW-Authenticate");
        assertThat(verdict.reason().source()).isEqualTo("app.properties:1");
    }

    @Test
    void aSentStatusIsKeptWithoutItsRequiredHeader() {
        var verdict = Failures.BUILT_IN.classify(Failure.sent(401, ""));

        assertThat(verdict.status().code()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 416, 429, 500, 503})
    void otherStatusesAreKept(int status) {
        var verdict = classify(declared(status, Map.of()));

        assertThat(verdict.status().code()).isEqualTo(status);
        assertThat(verdict.headers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401, true",
        "405, true",
        "407, true",
        "416, true",
        "426, true",
        "400, false",
        "404, false",
        "503, false"
    })
    void needsHeaderReturnsWhetherAStatusRequiresAHeader(int status, boolean needed) {
        assertThat(HttpError.needsHeader(status)).isEqualTo(needed);
    }

    private static Throwable declared(int status, Map<String, String> headers) {
        return new Hostile.Declared(() -> status, () -> headers);
    }
}
