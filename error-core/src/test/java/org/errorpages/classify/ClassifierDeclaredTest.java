package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.summary;
import static org.errorpages.classify.Failures.upstream;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.errorpages.status.FaultSide;
import org.errorpages.status.HttpError;
import org.errorpages.status.HttpErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests statuses that exceptions of the application declare. */
@SuppressWarnings("serial")
final class ClassifierDeclaredTest {

    private record Plain(
            int status, Optional<Duration> retryAfter, Map<String, String> headers, Optional<String> publicDetail) {}

    /** Declares the given values. */
    private static final class Said extends RuntimeException implements HttpError {

        private final transient Plain said;

        Said(Plain said) {
            this.said = said;
        }

        @Override
        public int status() {
            return said.status();
        }

        @Override
        public Optional<Duration> retryAfter() {
            return said.retryAfter();
        }

        @Override
        public Map<String, String> headers() {
            return said.headers();
        }

        @Override
        public Optional<String> publicDetail() {
            return said.publicDetail();
        }
    }

    @Test
    void theVerdictContainsAllPropertiesOfAnHttpError() {
        var verdict = classify(new Said(new Plain(
                429, Optional.of(Duration.ofSeconds(3)), Map.of("X-Quota", "7"), Optional.of("Come back later."))));

        assertThat(summary(verdict)).isEqualTo("429 CLIENT retry=3");
        assertThat(verdict.headers()).isEqualTo(Map.of("X-Quota", "7"));
        assertThat(verdict.publicDetail()).isEqualTo("Come back later.");
    }

    @Test
    void anHttpErrorOutranksItsCause() {
        var cause = new SQLException("deadlock", "40001");

        assertThat(summary(classify(new HttpErrorException(404, null, null, cause))))
                .isEqualTo("404 CLIENT");
    }

    @Test
    void anHttpErrorCountsBehindAnyApplicationException() {
        var thrown = chain(new IllegalStateException("order 7"), new Exception("tax"), new HttpErrorException(404));

        assertThat(summary(classify(thrown))).isEqualTo("404 CLIENT");
    }

    @Test
    void anHttpErrorBelowAnUpstreamExceptionDoesNotBlameTheClient() {
        assertThat(summary(classify(upstream(new HttpErrorException(404)))))
                .isEqualTo("502 UPSTREAM proxy=proxy_internal_error");
        assertThat(summary(classify(upstream(new HttpErrorException(503))))).isEqualTo("503 UPSTREAM");
    }

    @ParameterizedTest
    @CsvSource({"400, CLIENT", "404, CLIENT", "499, CLIENT", "500, SELF", "503, SELF", "502, UPSTREAM", "504, UPSTREAM"
    })
    void theStatusDeterminesTheSide(int status, FaultSide side) {
        assertThat(classify(new HttpErrorException(status)).faultSide()).isEqualTo(side);
    }

    @ParameterizedTest
    @CsvSource({
        "413, true",
        "429, true",
        "503, true",
        "400, false",
        "404, false",
        "500, false",
        "502, false",
        "504, false"
    })
    void retryAfterIsKeptOnlyForStatusesThatAllowIt(int status, boolean kept) {
        var verdict = classify(new HttpErrorException(status, null, Duration.ofSeconds(5), null));

        assertThat(verdict.retryAfter() != null).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aRetryAfterThatIsNotInTheFutureIsIgnored(long seconds) {
        var verdict = classify(new HttpErrorException(503, null, Duration.ofSeconds(seconds), null));

        assertThat(summary(verdict)).isEqualTo("503 SELF");
    }
}
