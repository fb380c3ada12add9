package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpErrorException;
import org.errorpages.status.UpstreamException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that production shows no part of a failing request. */
final class ProductionShowsNothingTest {

    static Stream<Arguments> answers() {
        return Stream.of("text/html", "application/json", "application/xml", "text/plain", "text/markdown")
                .flatMap(format -> failures().map(failure -> Arguments.of(format, failure)));
    }

    private static Stream<Failure> failures() {
        var cause = new SQLTransientConnectionException("canary-cause jdbc:h2:canary", "canary-state");
        cause.setNextException(new java.sql.SQLException("canary-next"));
        var thrown = new UpstreamException("canary-upstream", new CanaryException("canary-message", cause));
        thrown.addSuppressed(new CanaryException("canary-suppressed", cause));
        thrown.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("canary.Frame", "canaryMethod", "CanaryFile.java", 4711)
                });
        return Stream.of(
                Failure.thrown(thrown),
                Failure.thrown(new HttpErrorException(503, null, null, thrown)),
                Failure.sent(500, "canary-sent", thrown),
                Failure.sent(404, "canary-sent"));
    }

    /** An exception with a canary in its name. */
    @SuppressWarnings("serial")
    private static final class CanaryException extends RuntimeException {
        CanaryException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void noCanaryIsShown(String format, Failure failure) {
        var request = new RequestSnapshot(
                        "CANARYMETHOD",
                        "/canary-path",
                        "canary-query=canary-value",
                        Fixtures.request(format, "en, x-canary").headers(),
                        "127.0.0.1",
                        "canary-handler",
                        null)
                .withHeader("Cookie", "canary-cookie=canary-value")
                .withHeader("User-Agent", "canary-agent")
                .withHeader("X-Canary", "canary-header");

        var answer = Fixtures.builder().build().answer(failure, request);

        var everything = answer.toString();
        assertThat(everything).doesNotContainIgnoringCase("canary");
        assertThat(everything)
                .doesNotContain("4711", "Exception", "java.", "org.errorpages", ".java", "jdbc:")
                .doesNotContainPattern("(?i)thymeleaf|jackson|jetty|tomcat|hikari|jdk|h2[.:-]");
    }
}
