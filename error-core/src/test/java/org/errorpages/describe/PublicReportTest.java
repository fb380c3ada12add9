package org.errorpages.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.errorpages.http.RequestHeaders;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.report.Site;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpError;
import org.errorpages.status.HttpErrorException;
import org.errorpages.status.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the content of a public report, and that nothing internal is in it. */
final class PublicReportTest {

    @SuppressWarnings("serial")
    private static final class CanaryException extends RuntimeException {

        CanaryException() {
            super("canary-message", new SQLException("canary-cause", "08006"));
            addSuppressed(new IllegalStateException("canary-suppressed"));
        }
    }

    @Test
    void aPublicReportContainsNothingInternal() {
        var request = new RequestSnapshot(
                "GET",
                "/canary-path",
                "canary=query",
                RequestHeaders.none().plus("X-Canary", "canary-value").plus("Host", "canary-host"),
                "198.51.100.77",
                "canary-handler",
                null);

        var report = Fixtures.publicReport(Fixtures.withFrames(new CanaryException(), "canary.Frame"), request);

        assertThat(report.developer()).isNull();
        assertThat(report.toString())
                .doesNotContainIgnoringCase("canary")
                .doesNotContain("Exception", "SQL", "198.51.100.77", "08006", "error-map");
    }

    @Test
    void aPublicReportDoesNotContainTheMessageOfASentStatus() {
        var incident = Fixtures.incident(Failure.sent(503, "canary-message", new CanaryException()), Fixtures.GET);

        var report = new ReportFactory(Site.UNNAMED, List.of()).createForPublic(incident, Fixtures.ENGLISH);

        assertThat(report.toString()).doesNotContain("canary");
        assertThat(report.status()).isEqualTo(Status.of(503));
    }

    @Test
    void aPublicReportContainsStatusIncidentAndSite() {
        var report = Fixtures.publicReport(new HttpErrorException(503), Fixtures.GET);

        assertThat(report.status()).isEqualTo(Status.of(503));
        assertThat(report.incidentId()).isEqualTo(Fixtures.ID);
        assertThat(report.time()).isEqualTo(Fixtures.TIME);
        assertThat(report.messages()).isSameAs(Fixtures.ENGLISH);
        assertThat(report.site()).isEqualTo(Site.UNNAMED);
    }

    @Test
    void anEndlessWaitIsLimitedToAWeek() {
        var thrown = new HttpErrorException(503, null, ChronoUnit.FOREVER.getDuration(), null);

        assertThat(Fixtures.publicReport(thrown, Fixtures.GET).retryAfterSeconds())
                .isEqualTo(Duration.ofDays(7).toSeconds());
    }

    @ParameterizedTest
    @CsvSource({"PT0.001S, 1", "PT1S, 1", "PT1.001S, 2", "PT59.9S, 60", "PT1H, 3600"})
    void aWaitIsRoundedUpToSeconds(Duration wait, long seconds) {
        var report = Fixtures.publicReport(new HttpErrorException(503, null, wait, null), Fixtures.GET);

        assertThat(report.retryAfterSeconds()).isEqualTo(seconds);
    }

    @Test
    void withoutRetryAfterTheWaitIsZero() {
        assertThat(Fixtures.publicReport(new HttpErrorException(503), Fixtures.GET)
                        .retryAfterSeconds())
                .isZero();
        assertThat(Fixtures.publicReport(new HttpErrorException(502, null, Duration.ofSeconds(5), null), Fixtures.GET)
                        .retryAfterSeconds())
                .isZero();
    }

    @Test
    void aPublicReportContainsHeadersOfTheApplication() {
        @SuppressWarnings("serial")
        final class NotAllowed extends RuntimeException implements HttpError {

            @Override
            public int status() {
                return 405;
            }

            @Override
            public Map<String, String> headers() {
                return Map.of("Allow", "GET");
            }
        }

        assertThat(Fixtures.publicReport(new NotAllowed(), Fixtures.POST).headers())
                .isEqualTo(Map.of("Allow", "GET"));
    }

    @Test
    void aPublicReportIsInTheGivenLanguage() {
        var incident = Fixtures.incident(Failure.thrown(new Exception()), Fixtures.GET);

        var report = new ReportFactory(Site.UNNAMED, List.of()).createForPublic(incident, Fixtures.KOREAN);

        assertThat(report.userMessage().title()).isEqualTo(Fixtures.KOREAN.get("code.500.title"));
        assertThat(report.failedHop().name()).isEqualTo(Fixtures.KOREAN.get("hop.application"));
    }
}
