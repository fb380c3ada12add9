package org.errorpages.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.errorpages.report.CauseReport.Relation.CAUSE;
import static org.errorpages.report.CauseReport.Relation.NEXT;
import static org.errorpages.report.CauseReport.Relation.SUPPRESSED;
import static org.errorpages.report.CauseReport.Relation.THROWN;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.errorpages.describe.Fixtures;
import org.errorpages.report.CauseReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the order and bounds of the cause tree. */
final class CauseTreeBuilderTest {

    @Test
    void theChildrenOfSuppressedExceptionsFollowThem() {
        var closing = new IOException("closing", new IllegalStateException("closed before"));
        closing.addSuppressed(new Exception("and again"));
        var thrown = new Exception("thrown", new SQLException("root"));
        thrown.addSuppressed(closing);

        assertThat(causes(thrown))
                .extracting(CauseReport::message, CauseReport::relation, CauseReport::depth)
                .containsExactly(
                        tuple("thrown", THROWN, 0),
                        tuple("closing", SUPPRESSED, 1),
                        tuple("and again", SUPPRESSED, 2),
                        tuple("closed before", CAUSE, 2),
                        tuple("root", CAUSE, 1));
    }

    @Test
    void aNextExceptionIsAChildOfTheExceptionThatHasIt() {
        var thrown = new SQLException("batch", new IOException("cause"));
        var second = new SQLException("second");
        second.setNextException(new SQLException("third"));
        thrown.setNextException(second);

        assertThat(causes(thrown))
                .extracting(CauseReport::message, CauseReport::relation, CauseReport::depth)
                .contains(tuple("cause", CAUSE, 1), tuple("second", NEXT, 1));
    }

    /** Jooby's page fails for such a cause, and Jetty's repeats it until its buffer is full. */
    @Test
    void aCyclicCauseIsADuplicateWithoutFrames() {
        var thrown = new Exception("thrown");
        var middle = new Exception("middle", thrown);
        thrown.initCause(middle);

        assertThat(causes(thrown))
                .extracting(CauseReport::message, CauseReport::duplicate, cause -> cause.frames()
                        .isEmpty())
                .containsExactly(
                        tuple("thrown", false, false), tuple("middle", false, false), tuple("thrown", true, true));
    }

    @Test
    void exceptionsThatSuppressEachOtherEndWithADuplicate() {
        var one = new Exception("one");
        var other = new Exception("other");
        one.addSuppressed(other);
        other.addSuppressed(one);

        assertThat(causes(one))
                .extracting(CauseReport::message, CauseReport::duplicate)
                .containsExactly(tuple("one", false), tuple("other", false), tuple("one", true));
    }

    /** Tomcat silently stops after ten, Play shows one. */
    @Test
    void aChainOfTwentyCausesIsReportedCompletely() {
        assertThat(causes(chain(20)))
                .hasSize(20)
                .allMatch(cause -> cause.omittedCauses() == 0)
                .last()
                .extracting(CauseReport::message)
                .isEqualTo("1");
    }

    @Test
    void omittedCausesOfALongChainAreCounted() {
        var causes = causes(chain(40));

        assertThat(causes).hasSize(25).last().extracting(CauseReport::message).isEqualTo("1");
        assertThat(causes.stream().mapToInt(CauseReport::omittedCauses).sum()).isEqualTo(15);
        assertThat(causes.get(23).omittedCauses()).isEqualTo(15);
    }

    @Test
    @Timeout(30)
    void omittedCausesOfAVeryLongChainAreCounted() {
        var causes = causes(chain(10_000));

        assertThat(causes).hasSize(25);
        assertThat(causes.stream().mapToInt(CauseReport::omittedCauses).sum()).isEqualTo(9_975);
    }

    @Test
    void omittedSuppressedExceptionsAreCounted() {
        var thrown = new Exception("thrown");
        for (int i = 0; i < 12; i++) {
            thrown.addSuppressed(new Exception());
        }

        assertThat(causes(thrown).get(0).omittedCauses()).isEqualTo(2);
    }

    @Test
    void anExceptionThatOnlyRepeatsItsCauseIsAWrapper() {
        var root = new IOException("disk full");

        assertThat(causes(new RuntimeException(root)))
                .extracting(CauseReport::wrapper)
                .containsExactly(true, false);
        assertThat(causes(new RuntimeException("disk full", root)).get(0).wrapper())
                .isTrue();
        assertThat(causes(new RuntimeException("while saving", root)).get(0).wrapper())
                .isFalse();
        assertThat(causes(new RuntimeException()).get(0).wrapper()).isFalse();
    }

    @Test
    void aKnownWrapperIsAWrapperWhateverItsMessage() {
        assertThat(causes(new ExecutionException("worker 7 failed", new IOException()))
                        .get(0)
                        .wrapper())
                .isTrue();
        assertThat(causes(new ExecutionException("worker 7 failed", null))
                        .get(0)
                        .wrapper())
                .isFalse();
    }

    @Test
    @Timeout(60)
    void aMillionFramesAreReportedWithinTheTimeLimit() {
        var frames = new StackTraceElement[50_000];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = new StackTraceElement("shop.Recursion", "call", "Recursion.java", i);
        }
        Throwable thrown = null;
        for (int i = 0; i < 20; i++) {
            thrown = new Exception("above", thrown);
            thrown.setStackTrace(frames);
        }

        assertThat(causes(Objects.requireNonNull(thrown)))
                .hasSize(20)
                .allMatch(cause -> cause.frames().size() <= 200);
    }

    private static Throwable chain(int length) {
        var thrown = new Exception("1");
        for (int i = 2; i <= length; i++) {
            thrown = new Exception(Integer.toString(i), thrown);
        }
        return thrown;
    }

    private static List<CauseReport> causes(Throwable thrown) {
        return Fixtures.developerReport(thrown).causes();
    }
}
