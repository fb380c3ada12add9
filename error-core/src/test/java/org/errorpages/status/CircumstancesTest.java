package org.errorpages.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.status.Failures.chain;
import static org.errorpages.status.Failures.said;
import static org.errorpages.status.Failures.upstream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.rmi.ServerException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** What the request and the state of the application add to what was thrown. */
final class CircumstancesTest {

    private static final Circumstances STORING = new Circumstances(false, true, false);
    private static final Circumstances STOPPING = new Circumstances(false, false, true);

    @Test
    void aFullDiskIs507OnlyForWhoWantedToStoreSomething() {
        var full = new IOException("No space left on device");

        assertThat(said(in(STORING, full))).isEqualTo("507 SELF");
        assertThat(said(in(Circumstances.ORDINARY, full))).isEqualTo("500 SELF");
    }

    @Test
    void whatIsInterruptedWhileTheApplicationStopsIsUnavailable() {
        var interrupted = new ExecutionException(new InterruptedException());

        assertThat(said(in(STOPPING, interrupted))).isEqualTo("503 SELF retry=5");
        assertThat(said(in(Circumstances.ORDINARY, interrupted))).isEqualTo("500 SELF");
    }

    @Test
    void aTimeoutWhileTheApplicationStopsIsATimeout() {
        assertThat(said(in(STOPPING, new SocketTimeoutException()))).isEqualTo("503 SELF");
        assertThat(said(in(STOPPING, new InterruptedIOException()))).isEqualTo("503 SELF retry=5");
    }

    @Test
    void theRuleThatWantsCircumstancesIsExplainedAsNotMet() {
        var explanation = Failures.BUILT_IN.explain(Failure.thrown(new InterruptedException()), Circumstances.ORDINARY);

        assertThat(explanation.lines()).anyMatch(line -> line.contains("when=stopping") && line.contains("not so"));
    }

    @Test
    void theRemoteSideOfACallHasNoSayBelowItsException() {
        var remote = new ServerException("remote", new SQLTransientConnectionException());

        assertThat(said(Failures.classify(upstream(remote)))).isEqualTo("502 UPSTREAM proxy=proxy_internal_error");
        assertThat(said(Failures.classify(remote))).isEqualTo("500 SELF");
    }

    @Test
    void theWaitComesFromTheDeepestWhoNamesOneWhereTheWinnerDoesNot() {
        var verdict = Failures.classify(chain(new SQLTimeoutException(), new SQLTransientConnectionException()));

        assertThat(said(verdict)).isEqualTo("503 SELF retry=2");
        assertThat(verdict.because().decisive()).isEqualTo(SQLTimeoutException.class.getName());
    }

    private static Verdict in(Circumstances circumstances, Throwable thrown) {
        return Failures.BUILT_IN.classify(Failure.thrown(thrown), circumstances);
    }
}
