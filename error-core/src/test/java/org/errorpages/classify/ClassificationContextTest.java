package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.summary;
import static org.errorpages.classify.Failures.upstream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.rmi.ServerException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.ExecutionException;
import org.errorpages.status.Failure;
import org.errorpages.status.Verdict;
import org.junit.jupiter.api.Test;

/** Tests the influence of the request and of the state of the application on the verdict. */
final class ClassificationContextTest {

    private static final Classifier.Context STORING = new Classifier.Context(false, true, false);
    private static final Classifier.Context STOPPING = new Classifier.Context(false, false, true);

    @Test
    void aFullDiskIs507OnlyForARequestThatStoresSomething() {
        var full = new IOException("No space left on device");

        assertThat(summary(in(STORING, full))).isEqualTo("507 SELF");
        assertThat(summary(in(Classifier.Context.ORDINARY, full))).isEqualTo("500 SELF");
    }

    @Test
    void anInterruptionWhileTheApplicationStopsIs503() {
        var interrupted = new ExecutionException(new InterruptedException());

        assertThat(summary(in(STOPPING, interrupted))).isEqualTo("503 SELF retry=5");
        assertThat(summary(in(Classifier.Context.ORDINARY, interrupted))).isEqualTo("500 SELF");
    }

    @Test
    void aTimeoutWhileTheApplicationStopsRemainsATimeout() {
        assertThat(summary(in(STOPPING, new SocketTimeoutException()))).isEqualTo("503 SELF");
        assertThat(summary(in(STOPPING, new InterruptedIOException()))).isEqualTo("503 SELF retry=5");
    }

    @Test
    void theExplanationReportsAnUnmetScopeAsConditionNotMet() {
        var explanation =
                Failures.BUILT_IN.explain(Failure.thrown(new InterruptedException()), Classifier.Context.ORDINARY);

        assertThat(explanation.lines())
                .anyMatch(line -> line.contains("when=stopping") && line.contains("condition not met"));
    }

    @Test
    void aStatusDeclaredBelowAnUpstreamExceptionIsIgnored() {
        var remote = new ServerException("remote", new SQLTransientConnectionException());

        assertThat(summary(Failures.classify(upstream(remote)))).isEqualTo("502 UPSTREAM proxy=proxy_internal_error");
        assertThat(summary(Failures.classify(remote))).isEqualTo("500 SELF");
    }

    @Test
    void retryAfterComesFromTheInnermostVerdictIfTheWinnerHasNone() {
        var verdict = Failures.classify(chain(new SQLTimeoutException(), new SQLTransientConnectionException()));

        assertThat(summary(verdict)).isEqualTo("503 SELF retry=2");
        assertThat(verdict.reason().decisiveClass()).isEqualTo(SQLTimeoutException.class.getName());
    }

    private static Verdict in(Classifier.Context circumstances, Throwable thrown) {
        return Failures.BUILT_IN.classify(Failure.thrown(thrown), circumstances);
    }
}
