package org.errorpages.throwable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CauseChainTest {

    @Test
    void theOutermostThrowableComesFirst() {
        var root = new IllegalArgumentException("root");
        var middle = new IOException("middle", root);
        var outermost = new IllegalStateException("outermost", middle);

        var chain = CauseChain.of(outermost);

        assertThat(throwables(chain)).containsExactly(outermost, middle, root);
        assertThat(chain.root().throwable()).isSameAs(root);
    }

    @Test
    void aThrowableWithoutCauseIsItsOwnRoot() {
        var alone = new Exception();

        assertThat(throwables(CauseChain.of(alone))).containsExactly(alone);
        assertThat(CauseChain.of(alone).root().throwable()).isSameAs(alone);
    }

    @Test
    void suppressedThrowablesAreNotCauses() {
        var thrown = new Exception("thrown");
        thrown.addSuppressed(new Exception("suppressed"));

        assertThat(throwables(CauseChain.of(thrown))).containsExactly(thrown);
    }

    @Test
    void nextExceptionsFollowAfterTheCauses() {
        var cause = new IOException("cause");
        var nextCause = new IOException("cause of next");
        var last = new SQLException("last");
        var next = new SQLException("next", nextCause);
        var first = new BatchUpdateException("first", new int[0], cause);
        first.setNextException(next);
        first.setNextException(last);

        assertThat(throwables(CauseChain.of(first))).containsExactly(first, cause, next, nextCause, last);
        assertThat(CauseChain.of(first).nextExceptions()).containsExactlyInAnyOrder(2, 4);
    }

    @Test
    void aNextExceptionThatIsAlsoTheCauseCountsOnce() {
        var both = new SQLException("both");
        var first = new SQLException("first", both);
        first.setNextException(both);

        assertThat(throwables(CauseChain.of(first))).containsExactly(first, both);
        assertThat(CauseChain.of(first).nextExceptions()).isEmpty();
    }

    private static List<Throwable> throwables(CauseChain chain) {
        return chain.throwables().stream().map(SafeThrowable::throwable).toList();
    }
}
