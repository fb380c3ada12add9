package org.errorpages.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.errorpages.report.CauseReport.Relation.CAUSE;
import static org.errorpages.report.CauseReport.Relation.NEXT;
import static org.errorpages.report.CauseReport.Relation.SUPPRESSED;
import static org.errorpages.report.CauseReport.Relation.THROWN;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CausesTest {

    @Test
    void causesAreToldOutermostFirstEachFollowedByWhatItSuppressed() {
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
    void aNextExceptionIsToldAsSuch() {
        var thrown = new SQLException("thrown", new IOException("cause"));
        thrown.setNextException(new SQLException("next"));

        assertThat(causes(thrown)).extracting(CauseReport::relation).containsExactly(THROWN, CAUSE, NEXT);
    }

    @Test
    void messagesAreCleanedRedactedAndCut() {
        assertThat(messageOf(new Exception("a\r\nb\u202e password=s3cr3t")))
                .isEqualTo("a\nb\\u202e password=[hidden: secret]");
        assertThat(messageOf(new Exception("x".repeat(20_000)))).hasSize(8_192);
        assertThat(messageOf(new Exception())).isEmpty();
    }

    @Test
    void noMoreThan25CausesAreTold() {
        Throwable thrown = new Exception("root");
        for (int i = 0; i < 40; i++) {
            thrown = new Exception("above", thrown);
        }

        assertThat(causes(thrown)).hasSize(25);
    }

    @Test
    void noMoreThanTenOfTheSuppressedAreTold() {
        var thrown = new Exception("thrown", new Exception("cause"));
        for (int i = 0; i < 1_000; i++) {
            thrown.addSuppressed(new Exception(String.valueOf(i)));
        }

        var causes = causes(thrown);

        assertThat(causes).hasSize(12).last().extracting(CauseReport::message).isEqualTo("cause");
        assertThat(causes.get(10).message()).isEqualTo("9");
    }

    private static List<CauseReport> causes(Throwable thrown) {
        return Fixtures.developerReport(thrown).causes();
    }

    private static String messageOf(Throwable thrown) {
        return causes(thrown).get(0).message();
    }
}
