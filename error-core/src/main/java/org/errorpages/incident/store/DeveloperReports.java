package org.errorpages.incident.store;

import org.errorpages.access.DeveloperAccess;
import org.errorpages.describe.LocalizedReportFactory;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentListener;
import org.errorpages.incident.RenderFailure;
import org.errorpages.report.ErrorReport;
import org.errorpages.status.Verdict.Disposition;
import org.jspecify.annotations.Nullable;

/**
 * Builds the reports of development mode and stores them.
 *
 * <p>If the store fails, reports lack the number of similar failures. No method throws.
 */
public record DeveloperReports(
        DeveloperAccess access, IncidentStore store, LocalizedReportFactory reports, IncidentListener listeners) {

    /** Returns whether the client of a request may see developer reports. */
    public boolean isDeveloper(RequestSnapshot request) {
        return access.permits(request);
    }

    /** Stores an incident, whoever its client is, unless that has disconnected. */
    public void add(Incident incident) {
        if (incident.verdict().disposition() != Disposition.ABORTED) {
            reportOf(incident);
        }
    }

    /** Returns the report of an incident with the number of similar failures, or null if it can't be built. */
    public @Nullable ErrorReport reportOf(Incident incident) {
        @Nullable ErrorReport report = null;
        try {
            var stored = store.find(incident).orElse(null);
            if (stored != null) {
                return stored.report();
            }
            report = reports.developerReport(incident);
            return report == null ? null : store.add(incident, report).report();
        } catch (Throwable broken) {
            listeners.onRenderFailure(incident, RenderFailure.of("a report with stored incidents", broken));
            return report == null ? reports.developerReport(incident) : report;
        }
    }
}
