package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.thrownBy;
import static org.errorpages.classify.Failures.upstream;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpErrorException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the rule that an explanation suggests changes the status. */
final class OverridingRuleTest {

    static Stream<Throwable> theOverridingRuleChangesTheStatus() {
        return Stream.of(
                new IllegalStateException(),
                new ConnectException(),
                new SQLException("deadlock", "40001"),
                upstream(new SocketTimeoutException("Read timed out")),
                upstream(new IllegalStateException()),
                new java.util.concurrent.ExecutionException(new SQLException("?", "08001")),
                chain(new IllegalStateException(), upstream(new HttpErrorException(404))),
                thrownBy("jdk.internal.net.http.HttpClientImpl", new IOException("?")),
                thrownBy("org.apache.catalina.connector.InputBuffer", new SocketTimeoutException()),
                new jakarta.servlet.UnavailableException("?"),
                new NoClassDefFoundError());
    }

    @ParameterizedTest
    @MethodSource
    void theOverridingRuleChangesTheStatus(Throwable thrown) {
        var explanation = Failures.BUILT_IN.explain(Failure.thrown(thrown), Classifier.Context.ORDINARY);

        var status = classify(thrown, Objects.requireNonNull(explanation.overridingRule()))
                .status();

        assertThat(status).isNotEqualTo(explanation.verdict().status());
    }
}
