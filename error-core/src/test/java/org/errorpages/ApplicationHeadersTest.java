package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the header fields that an exception of the application adds to the response. */
final class ApplicationHeadersTest {

    private static final ErrorPages PAGES = ErrorPages.of(ErrorPagesConfig.defaults());

    @ParameterizedTest
    @ValueSource(
            strings = {"cache-control", "CONTENT-TYPE", "Vary", "referrer-policy", "RETRY-AFTER", "content-language"})
    void aFieldThatTheResponseSetsItselfIsDroppedInAnyLetterCase(String name) {
        for (var accept : List.of("text/html", "application/json", "text/plain")) {
            var request = RequestSnapshot.of("GET", "/orders").withHeader("Accept", accept);

            var headers = PAGES.answer(Failure.thrown(new Busy(Map.of(name, "canary", "X-Shop", "7"))), request)
                    .headers();

            assertThat(headers).doesNotContainValue("canary").containsEntry("X-Shop", "7");
            assertThat(headers.keySet().stream().filter(name::equalsIgnoreCase)).hasSize(1);
        }
    }

    private static final class Busy extends RuntimeException implements HttpError {

        @Serial
        private static final long serialVersionUID = 1;

        private final transient Map<String, String> headers;

        Busy(Map<String, String> headers) {
            this.headers = headers;
        }

        @Override
        public int status() {
            return 503;
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(Duration.ofMinutes(5));
        }

        @Override
        public Map<String, String> headers() {
            return headers;
        }
    }
}
