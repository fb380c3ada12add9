package org.errorpages.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Site;
import org.errorpages.status.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the report of a failure that has not happened yet. */
final class PreviewReportTest {

    private static final Site SITE = new Site("Harbour Books", "/", "help@example.test");

    @Test
    void aPreviewHasNoIncidentIdTimeAndWait() {
        var report = preview(503);

        assertThat(report.incidentId()).isNull();
        assertThat(report.time()).isNull();
        assertThat(report.retryAfterSeconds()).isZero();
        assertThat(report.headers()).isEmpty();
        assertThat(report.developer()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "500, Try again in a few minutes.",
        "502, Try again in about a minute.",
        "503, Try again in a few minutes. Reloading many times will not make it faster.",
        "504, Try again in a few minutes."
    })
    void aRetryComesWithTheAdviceToCheckFirst(int code, String step) {
        assertThat(preview(code).userMessage().steps()).containsExactly(step, Fixtures.ENGLISH.get("todo.check"));
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 505, 506, 507, 508, 510, 511})
    void aStatusWithoutRetryHasNoAdviceToCheckFirst(int code) {
        assertThat(preview(code).userMessage().steps()).containsExactly(Fixtures.ENGLISH.forStatus(code, "todo"));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void aPreviewDoesNotMentionAnUpstreamServer(int code) {
        assertThat(preview(code).userMessage().explanation())
                .isEqualTo("The server could not finish your request. You did nothing wrong.");
        assertThat(preview(503).userMessage().explanation()).isEqualTo(Fixtures.ENGLISH.forStatus(503, "what"));
    }

    @Test
    void aPreviewBelongsToTheSite() {
        assertThat(preview(502).site()).isEqualTo(SITE);
    }

    private static ErrorReport preview(int code) {
        return new ReportFactory(SITE, List.of()).previewFor(new Status(code), Fixtures.ENGLISH);
    }
}
