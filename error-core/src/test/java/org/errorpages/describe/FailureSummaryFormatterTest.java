package org.errorpages.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.List;
import org.errorpages.report.CauseReport;
import org.errorpages.source.SourceFinder;
import org.errorpages.status.Failure;
import org.errorpages.trace.ApplicationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the one sentence about a failure and its location. */
final class FailureSummaryFormatterTest {

    @Test
    void theDiagnosisNamesExceptionLocationAndMessage() {
        var root = Fixtures.withFrames(
                new IllegalArgumentException("no rate for XX"),
                "java.util.Map",
                "com.acme.tax.TaxTable",
                "com.acme.Shop");
        var thrown = Fixtures.withFrames(new IllegalStateException("order 7", root), "com.acme.Shop");

        var report = Fixtures.developerReport(thrown, "com.acme");

        assertThat(report.diagnosis())
                .isEqualTo("IllegalArgumentException in TaxTable.call (TaxTable.java:2): no rate for XX");
        assertThat(report.origin()).isEqualTo(report.causes().get(1).frames().get(1));
    }

    @Test
    void withoutApplicationFrameInTheRootCauseTheNextOuterOneIsNamed() {
        var root = Fixtures.withFrames(new IOException("closed"), "lib.Pool");
        var thrown = Fixtures.withFrames(new IllegalStateException("order 7", root), "lib.Proxy", "com.acme.Shop");

        assertThat(Fixtures.developerReport(thrown, "com.acme").diagnosis())
                .isEqualTo("IOException in Shop.call (Shop.java:2): closed");
    }

    @ParameterizedTest
    @MethodSource
    void theLogContainsTheDiagnosisOfThePage(Throwable thrown) {
        var code = new ApplicationCode(List.of("com.acme"), SourceFinder.none());

        assertThat(new FailureSummaryFormatter(Fixtures.ENGLISH).ofThrowable(thrown, code))
                .isEqualTo(Fixtures.developerReport(thrown, "com.acme").diagnosis());
    }

    static List<Throwable> theLogContainsTheDiagnosisOfThePage() {
        var closed = Fixtures.withFrames(new IOException("closed"), "lib.Pool");
        var shared = Fixtures.withFrames(new IOException("shared"), "lib.Pool", "com.acme.Shop");
        var next = Fixtures.withFrames(new SQLException("second"), "com.acme.Second");
        var sql = Fixtures.withFrames(new SQLException("first"), "com.acme.First");
        sql.setNextException(next);
        var cyclic = Fixtures.withFrames(new IllegalStateException("round"), "lib.Loop");
        cyclic.initCause(Fixtures.withFrames(new IllegalStateException("and round", cyclic), "com.acme.Loop"));
        var suppressing = Fixtures.withFrames(new IllegalStateException("thrown"), "com.acme.Shop");
        suppressing.addSuppressed(Fixtures.withFrames(new IOException("suppressed"), "com.acme.Closer"));
        return List.of(
                Fixtures.withFrames(new NullPointerException("\"a.b.Order.tax()\" is null\nor so"), "com.acme.Shop"),
                Fixtures.withFrames(new ConnectException()),
                Fixtures.withFrames(new IllegalStateException("order 7", closed), "lib.Proxy", "com.acme.Shop"),
                Fixtures.withFrames(new IllegalStateException("order 7", shared), "com.acme.Inner", "com.acme.Shop"),
                sql,
                new IllegalStateException(sql),
                cyclic,
                suppressing);
    }

    @Test
    void aSuppressedExceptionIsNotTheDiagnosis() {
        var thrown = Fixtures.withFrames(new IllegalStateException("thrown"), "com.acme.Shop");
        thrown.addSuppressed(Fixtures.withFrames(new IOException("suppressed"), "com.acme.Closer"));

        assertThat(Fixtures.developerReport(thrown, "com.acme").diagnosis())
                .isEqualTo("IllegalStateException in Shop.call (Shop.java:1): thrown");
    }

    @Test
    void withoutMessageAndFramesTheDiagnosisIsTheClassName() {
        var report = Fixtures.developerReport(Fixtures.withFrames(new ConnectException()), "com.acme");

        assertThat(report.diagnosis()).isEqualTo("ConnectException");
        assertThat(report.origin()).isNull();
        assertThat(report.causes()).flatExtracting(CauseReport::frames).isEmpty();
    }

    @Test
    void theDiagnosisContainsTheFirstLineOfTheMessageAndTheCauseAllLines() {
        var report = Fixtures.developerReport(
                Fixtures.withFrames(new IllegalStateException("\n \r\n 2 fields\tare wrong: \n- name\n- price")),
                "com.acme");

        assertThat(report.diagnosis()).isEqualTo("IllegalStateException: 2 fields are wrong:");
        assertThat(report.causes())
                .extracting(CauseReport::message)
                .containsExactly("\n \n 2 fields\tare wrong: \n- name\n- price");
    }

    @Test
    void nullExpressionsAreShownWithoutPackages() {
        var message = "Cannot invoke \"java.util.Map$Entry.getValue()\" because the return value of"
                + " \"shop.Prices.floorEntry(Object)\" is null: a.B \"one.MAX\" \"this.order\"";
        var report = Fixtures.developerReport(Fixtures.withFrames(new NullPointerException(message)), "com.acme");
        var other = Fixtures.developerReport(Fixtures.withFrames(new Exception("\"a.b.Cd\"")), "com.acme");

        assertThat(report.diagnosis())
                .isEqualTo("NullPointerException: Cannot invoke \"Map.Entry.getValue()\" because the return value of"
                        + " \"Prices.floorEntry(Object)\" is null: a.B \"one.MAX\" \"this.order\"");
        assertThat(report.causes()).extracting(CauseReport::message).containsExactly(message);
        assertThat(other.diagnosis()).isEqualTo("Exception: \"a.b.Cd\"");
    }

    @Test
    void aBlankMessageIsIgnored() {
        assertThat(Fixtures.developerReport(Failure.sent(503, "\n \n"), Fixtures.GET)
                        .diagnosis())
                .isEqualTo("503 Service Unavailable");
    }

    @Test
    void aLongDiagnosisIsCutAfterAWord() {
        var report = Fixtures.developerReport(
                Fixtures.withFrames(new IllegalStateException("seventeen letters, ".repeat(100))), "com.acme");

        assertThat(report.diagnosis())
                .isEqualTo("IllegalStateException: " + "seventeen letters, ".repeat(7) + "seventeen letters…")
                .hasSizeLessThanOrEqualTo(175);
    }

    @Test
    void aDiagnosisWithoutBlanksIsNotCutInsideASurrogatePair() {
        var report = Fixtures.developerReport(Failure.sent(500, "xx" + "\uD83D\uDE00".repeat(500)), Fixtures.GET);

        assertThat(report.diagnosis())
                .matches("500 Internal Server Error: xx(\uD83D\uDE00)+…")
                .hasSizeBetween(173, 175);
    }

    @Test
    void theDiagnosisOfASentStatusContainsItsMessage() {
        assertThat(Fixtures.developerReport(Failure.sent(503, "closed\n"), Fixtures.GET)
                        .diagnosis())
                .isEqualTo("503 Service Unavailable: closed");
        assertThat(Fixtures.developerReport(Failure.sent(503, ""), Fixtures.GET).diagnosis())
                .isEqualTo("503 Service Unavailable");
        assertThat(Fixtures.developerReport(Failure.sent(503, "password=s3cr3t"), Fixtures.GET)
                        .diagnosis())
                .isEqualTo("503 Service Unavailable: password=[hidden: secret]");
        assertThat(Fixtures.developerReport(Failure.sent(503, ""), Fixtures.GET).causes())
                .isEmpty();
    }

    @Test
    void aSecretAtTheEndOfACutDiagnosisDoesNotLeak() {
        var message = "x".repeat(99) + " ://app:" + "s3cr3t".repeat(10) + "@db";

        assertThat(Fixtures.developerReport(Failure.sent(500, message), Fixtures.GET)
                        .diagnosis())
                .contains("[hidden:")
                .doesNotContain("s3cr3t");
    }

    @Test
    void aRedactionMarkIsNotCut() {
        var message = "x".repeat(123) + " password=s3cr3t and more";

        assertThat(Fixtures.developerReport(Failure.sent(500, message), Fixtures.GET)
                        .diagnosis())
                .isEqualTo("500 Internal Server Error: " + "x".repeat(123) + "…");
    }

    @Test
    void aThrowableBehindASentStatusIsReported() {
        var thrown = Fixtures.withFrames(new IOException("closed"), "com.acme.Shop");

        var report = Fixtures.developerReport(Failure.sent(404, "not found", thrown), Fixtures.GET, "com.acme");

        assertThat(report.diagnosis()).isEqualTo("IOException in Shop.call (Shop.java:1): closed");
        assertThat(report.causes()).extracting(CauseReport::message).containsExactly("closed");
        assertThat(report.decision().reason().rule()).isEqualTo("status 404 was sent");
    }
}
