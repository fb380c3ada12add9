package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests cause chains that are cyclic, endless or unreadable. */
final class HostileCauseChainTest {

    @Test
    void causesInACycleAreVisitedOnce() {
        var a = new Exception("a");
        var b = new Exception("b", a);
        a.initCause(b);

        assertThat(throwables(CauseChain.of(a))).containsExactly(a, b);
        assertThat(throwables(CauseChain.of(b))).containsExactly(b, a);
    }

    @Test
    void aCycleBelowTheOutermostThrowableEnds() {
        var a = new Exception("a");
        var b = new Exception("b", a);
        a.initCause(b);
        var outermost = new Exception("outermost", a);

        assertThat(throwables(CauseChain.of(outermost))).containsExactly(outermost, a, b);
    }

    @Test
    void aThrowableThatIsItsOwnCauseEndsTheChain() {
        var own = new Hostile.Cause(self -> self);

        assertThat(throwables(CauseChain.of(own))).containsExactly(own);
    }

    @Test
    void causesAreComparedByIdentity() {
        var inner = new AlwaysEqual(null);
        var outer = new AlwaysEqual(inner);

        assertThat(CauseChain.of(outer).throwables()).hasSize(2);
    }

    @Test
    void aGetCauseThatThrowsEndsTheChain() {
        var outermost = new Exception("outermost", new Hostile.Cause(self -> {
            throw new StackOverflowError();
        }));

        assertThat(CauseChain.of(outermost).throwables()).hasSize(2);
    }

    @Test
    void anEndlessChainIsTruncated() {
        assertThat(CauseChain.of(Hostile.endless()).throwables()).hasSize(CauseChain.MAX_LENGTH);
    }

    @Test
    void onlyTheOutermost64CausesCount() {
        Throwable thrown = new Exception("9999");
        for (int i = 9_998; i >= 0; i--) {
            thrown = new Exception(String.valueOf(i), thrown);
        }

        var links = CauseChain.of(thrown).throwables();

        assertThat(links).hasSize(64);
        assertThat(links.get(0).message()).isEqualTo("0");
        assertThat(links.get(63).message()).isEqualTo("63");
    }

    @Test
    void aCycleThroughANextExceptionEnds() {
        var outermost = new SQLException("outermost");
        var next = new SQLException("next", outermost);
        outermost.setNextException(next);

        assertThat(throwables(CauseChain.of(outermost))).containsExactly(outermost, next);
    }

    @Test
    void tenThousandNextExceptionsAreTruncated() {
        var first = new SQLException("first");
        for (int i = 0; i < 10_000; i++) {
            var before = new SQLException("before");
            before.setNextException(first);
            first = before;
        }

        assertThat(CauseChain.of(first).throwables()).hasSize(CauseChain.MAX_LENGTH);
    }

    private static List<Throwable> throwables(CauseChain chain) {
        return chain.throwables().stream().map(SafeThrowable::throwable).toList();
    }

    @SuppressWarnings("serial")
    private static final class AlwaysEqual extends RuntimeException {

        AlwaysEqual(@Nullable Throwable cause) {
            super("equal", cause);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof AlwaysEqual;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
