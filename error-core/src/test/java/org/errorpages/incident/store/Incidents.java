package org.errorpages.incident.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.errorpages.describe.ReportFactory;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Site;
import org.errorpages.status.Failure;
import org.errorpages.status.Verdict;
import org.errorpages.status.Verdict.Reason;

/** Incidents and their reports. */
final class Incidents {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final ReportFactory REPORTS =
            new ReportFactory(new Site(null, null, null), List.of("org.errorpages.shop"));

    private Incidents() {}

    static Incident incident(long number, Throwable thrown, RequestSnapshot request) {
        return Incident.of(
                new IncidentId(new UUID((number << 16) | 0x4000L, number | 0x8000_0000_0000_0000L)),
                NOON.plusSeconds(number),
                Failure.thrown(thrown),
                Verdict.internalServerError(Reason.classifierFailed(thrown)),
                request);
    }

    static ErrorReport report(Incident incident) {
        return REPORTS.createForDeveloper(
                incident,
                SupportedLocales.builtIn().fallback(),
                SupportedLocales.builtIn().fallback());
    }

    /** Returns an exception with a frame of application code. */
    static Throwable thrown(String className, String method, int line) {
        var thrown = new IllegalStateException("order 17 is closed");
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.util.Objects", "requireNonNull", "Objects.java", 233),
            new StackTraceElement("org.errorpages.shop." + className, method, "Shop.java", line)
        });
        return thrown;
    }
}
