package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import org.errorpages.status.Failure;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LegacyCausesTest {

    /** Returns its cause like an exception of JMS. */
    @SuppressWarnings("serial")
    public static class Linked extends Exception {

        private final @Nullable Exception linked;

        Linked(@Nullable Exception linked) {
            this.linked = linked;
        }

        public @Nullable Exception getLinkedException() {
            return linked;
        }
    }

    @Test
    void aCauseFromALegacyMethodIsFollowed() {
        var chain = CauseChain.of(new Linked(new SocketTimeoutException("broker")));

        assertThat(chain.throwables()).extracting(SafeThrowable::simpleName).endsWith("SocketTimeoutException");
        assertThat(new Classifier(ErrorMap.builtIn())
                        .classify(Failure.thrown(new Linked(new SocketTimeoutException("broker"))))
                        .status()
                        .code())
                .isEqualTo(503);
    }

    @Test
    void getCauseTakesPrecedence() {
        var linked = new Linked(new SocketTimeoutException("not this one"));
        linked.initCause(new IllegalStateException("this one"));

        assertThat(new SafeThrowable(linked).cause()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anExceptionWithoutALinkedExceptionHasNoCause() {
        assertThat(new SafeThrowable(new Linked(null)).cause()).isNull();
    }

    @Test
    void theNextExceptionOfAnSqlExceptionIsNotItsCause() {
        @SuppressWarnings("serial")
        final class Own extends SQLException {}

        var first = new Own();
        first.setNextException(new SQLException("next"));

        assertThat(new SafeThrowable(first).cause()).isNull();
        assertThat(CauseChain.of(first).throwables()).hasSize(2);
    }
}
