package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.errorpages.http.MediaType;
import org.errorpages.render.Renderer;
import org.errorpages.report.ErrorReport;
import org.errorpages.status.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is remembered is bounded by what it is taken to hold. */
final class ReportSizeTest {

    private static final MediaType NONE = MediaType.of("application/x-nothing");

    /** Keeps what it is to render. */
    private record Keeping(List<ErrorReport> reports) implements Renderer {
        @Override
        public MediaType mediaType() {
            return NONE;
        }

        @Override
        public byte[] render(ErrorReport report) {
            reports.add(report);
            return new byte[0];
        }
    }

    @ParameterizedTest
    @EnumSource
    void noReportHoldsMuchMoreThanItIsTakenToHold(Hostility hostility) {
        var kept = new Keeping(new ArrayList<>());
        Fixtures.standingStill("mode", "development")
                .renderer(kept)
                .build()
                .answer(Failure.thrown(hostility.thrown()), Hostility.request(NONE.toString()));

        assertThat(kept.reports()).hasSize(1).allSatisfy(report -> assertThat(2 * ErrorPages.characters(report))
                .isGreaterThan(report.toString().length()));
    }
}
