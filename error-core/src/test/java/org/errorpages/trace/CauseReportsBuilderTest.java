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
import org.errorpages.describe.Fixtures;
import org.errorpages.report.CauseReport;
import org.junit.jupiter.api.Test;

public final class CauseReportsBuilderTest {

    @Test
    void reportsContainCausesOutermostFirstEachFollowedByItsSuppressedOnes() {
        var root = new IOException("root");
        root.addSuppressed(new Exception("while root"));
        var thrown = new IllegalStateException("thrown", root);
        thrown.addSuppressed(new Exception("while thrown"));

        assertThat(causes(thrown))
                .extracting(CauseReport::relation, CauseReport::simpleName, CauseReport::message)
                .containsExactly(
                        tuple(THROWN, "IllegalStateException", "thrown"),
                        tuple(SUPPRESSED, "Exception", "while thrown"),
                        tuple(CAUSE, "IOException", "root"),
                        tuple(SUPPRESSED, "Exception", "while root"));
    }

    @Test
    void aNextExceptionOfAnSqlExceptionIsReportedAsNext() {
        var thrown = new SQLException("thrown", new IOException("cause"));
        thrown.setNextException(new SQLException("next"));

        assertThat(causes(thrown)).extracting(CauseReport::relation).containsExactly(THROWN, CAUSE, NEXT);
    }

    @Test
    void messagesAreEscapedRedactedAndCut() {
        assertThat(messageOf(new Exception("a\r\nb\u202e password=s3cr3t")))
                .isEqualTo("a\nb\\u202e password=[hidden: secret]");
        assertThat(messageOf(new Exception("word ".repeat(4_000)))).hasSizeBetween(8_180, 8_192);
        assertThat(messageOf(new Exception())).isEmpty();
    }

    @Test
    void aReportContainsAtMost25Causes() {
        Throwable thrown = new Exception("root");
        for (int i = 0; i < 40; i++) {
            thrown = new Exception("above", thrown);
        }

        assertThat(causes(thrown)).hasSize(25);
    }

    @Test
    void aReportContainsAtMostTenSuppressedExceptionsPerThrowable() {
        var thrown = new Exception("thrown", new Exception("cause"));
        for (int i = 0; i < 1_000; i++) {
            thrown.addSuppressed(new Exception(String.valueOf(i)));
        }

        var causes = causes(thrown);

        assertThat(causes).hasSize(12).last().extracting(CauseReport::message).isEqualTo("cause");
        assertThat(causes.get(10).message()).isEqualTo("9");
    }

    @Test
    void aSecretAtTheEndOfACutMessageDoesNotLeak() {
        var message = "x".repeat(8_170) + " ://app:s3cr3ts3cr3ts3cr3ts3cr3t@db.internal:5432/shop";

        assertThat(messageOf(new Exception(message))).doesNotContain("s3cr3t");
    }

    @Test
    void suppressedExceptionsDoNotDisplaceTheRootCause() {
        Throwable thrown = new IllegalArgumentException("root");
        for (int i = 0; i < 3; i++) {
            thrown = new IllegalStateException("level " + i, thrown);
            for (int j = 0; j < 10; j++) {
                thrown.addSuppressed(new Exception());
            }
        }

        assertThat(causes(thrown))
                .hasSize(25)
                .last()
                .extracting(CauseReport::message)
                .isEqualTo("root");
    }

    @Test
    void aCauseThatGetCauseCreatesIsReported() {
        var report = Fixtures.developerReport(new LazyCauseException());

        assertThat(report.causes()).extracting(CauseReport::relation).containsExactly(THROWN, CAUSE);
        assertThat(report.diagnosis()).endsWith("root");
    }

    @Test
    void aNullFrameIsLeftOut() {
        assertThat(causes(new NullFrameException()))
                .hasSize(1)
                .flatExtracting(CauseReport::frames)
                .isEmpty();
    }

    private static List<CauseReport> causes(Throwable thrown) {
        return Fixtures.developerReport(thrown).causes();
    }

    private static String messageOf(Throwable thrown) {
        return causes(thrown).get(0).message();
    }

    @SuppressWarnings("serial")
    private static final class LazyCauseException extends RuntimeException {
        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        public Throwable getCause() {
            return new IllegalArgumentException("root");
        }
    }

    @SuppressWarnings("serial")
    private static final class NullFrameException extends RuntimeException {
        @Override
        @SuppressWarnings("NullAway") // breaks the contract on purpose
        public StackTraceElement[] getStackTrace() {
            return new StackTraceElement[] {null};
        }
    }
}
