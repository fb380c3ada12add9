package org.errorpages.incident.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.errorpages.HostileFailure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that the size by which the store is bounded is close to that of the report. */
final class StoredIncidentTest {

    @ParameterizedTest
    @EnumSource
    void theReportIsAtMostTwiceAsLargeAsItsSize(HostileFailure hostility) {
        var incident = Incidents.incident(1, hostility.thrown(), HostileFailure.request("text/html"));
        var report = Incidents.report(incident);

        assertThat(2L * IncidentStore.StoredIncident.of(incident, report).size())
                .isGreaterThan(report.toString().length());
    }
}
