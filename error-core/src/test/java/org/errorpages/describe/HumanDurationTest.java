package org.errorpages.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.errorpages.hint.HintEngine;
import org.errorpages.redact.RedactedField;
import org.errorpages.report.Site;
import org.errorpages.source.SourceFinder;
import org.errorpages.status.Failure;
import org.errorpages.trace.ApplicationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that durations are readable. */
final class HumanDurationTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S,         0 seconds,         0초",
        "PT-3S,        0 seconds,         0초",
        "PT1.9S,       1 second,          1초",
        "PT34S,        34 seconds,        34초",
        "PT1M,         1 minute,          1분",
        "PT61S,        1 minute 1 second, 1분 1초",
        "PT2H5M59S,    2 hours 5 minutes, 2시간 5분",
        "PT1H59S,      1 hour,            1시간",
        "P1DT1H30M,    1 day 1 hour,      1일 1시간",
        "P400DT23H59M, 400 days 23 hours, 400일 23시간"
    })
    void aDurationHasItsTwoLargestUnits(Duration duration, String english, String korean) {
        assertThat(RuntimeDetails.humanDuration(duration, Fixtures.ENGLISH)).isEqualTo(english);
        assertThat(RuntimeDetails.humanDuration(duration, Fixtures.KOREAN)).isEqualTo(korean);
    }

    @Test
    void theReportContainsTheUptime() {
        var incident = Fixtures.incident(Failure.sent(500, ""), Fixtures.GET);
        var report = new ReportFactory(
                        Site.UNNAMED,
                        new ApplicationCode(List.of(), SourceFinder.none()),
                        new HintEngine(List.of()),
                        new RuntimeDetails(() -> Map.of("uptime", "PT2H5M")))
                .createForDeveloper(incident, Fixtures.ENGLISH, Fixtures.ENGLISH);

        assertThat(Objects.requireNonNull(report.developer()).runtime())
                .containsExactly(new RedactedField("Running for", "2 hours 5 minutes", null));
    }
}
