package org.errorpages.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.summary;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class UpstreamExceptionTest {

    @Test
    void theResultOfTheCallIsReturned() {
        assertThat(UpstreamException.callUpstream("payments", () -> "receipt")).isEqualTo("receipt");
    }

    @Test
    void anExceptionOfTheCallIsTheCauseOfAnUpstreamException() {
        var failed = new IOException("Connection reset");

        assertThatExceptionOfType(UpstreamException.class)
                .isThrownBy(() -> throwing(failed))
                .withMessage("upstream payments failed")
                .satisfies(thrown -> assertThat(thrown.upstream()).isEqualTo("payments"))
                .havingCause()
                .isSameAs(failed);
    }

    @Test
    void uncheckedExceptionsAreWrappedToo() {
        var failed = new IllegalStateException("no token");

        assertThatThrownBy(() -> throwing(failed))
                .isInstanceOf(UpstreamException.class)
                .cause()
                .isSameAs(failed);
    }

    @Test
    void anUpstreamExceptionOfTheCallIsRethrownUnchanged() {
        var bank = new UpstreamException("bank", new IOException());

        assertThatThrownBy(() -> throwing(bank)).isSameAs(bank);
    }

    @Test
    void errorsAreRethrownUnchanged() {
        var error = new StackOverflowError();

        assertThatThrownBy(() -> UpstreamException.callUpstream("payments", () -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    @SuppressWarnings("NullAway")
    void aMissingNameIsRejectedBeforeTheCall() {
        var called = new AtomicBoolean();

        assertThatNullPointerException()
                .isThrownBy(() -> UpstreamException.callUpstream(null, () -> called.getAndSet(true)));
        assertThat(called).isFalse();
    }

    @Test
    void anInterruptedCallLeavesTheThreadInterrupted() {
        var interrupted = new InterruptedException();

        assertThatThrownBy(() -> throwing(interrupted))
                .isInstanceOf(UpstreamException.class)
                .cause()
                .isSameAs(interrupted);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void otherFailuresDoNotInterruptTheThread() {
        assertThatThrownBy(() -> throwing(new IOException())).isInstanceOf(UpstreamException.class);

        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void theCauseDeterminesTheStatus() {
        assertThatThrownBy(() -> throwing(new SocketTimeoutException("Read timed out")))
                .satisfies(thrown ->
                        assertThat(summary(classify(thrown))).isEqualTo("504 UPSTREAM proxy=connection_read_timeout"));
    }

    private static Object throwing(Exception exception) {
        return UpstreamException.callUpstream("payments", () -> {
            throw exception;
        });
    }
}
