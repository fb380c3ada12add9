package org.errorpages.describe;

import java.util.List;
import java.util.Map;
import org.errorpages.hint.HintEngine;
import org.errorpages.i18n.Messages;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentFields;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.Disclosure;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Hop;
import org.errorpages.report.PublicMessageKey;
import org.errorpages.report.Site;
import org.errorpages.report.UserMessage;
import org.errorpages.source.SourceFinder;
import org.errorpages.status.Status;
import org.errorpages.trace.ApplicationCode;
import org.jspecify.annotations.Nullable;

/** Creates reports of incidents for the public and for developers. Immutable. */
public final class ReportFactory {

    private final Site site;
    private final DeveloperReportFactory developerReports;

    /**
     * Creates a factory whose reports contain no sources.
     *
     * @param site the site that public pages belong to
     * @param applicationPackages the application's packages; if empty, application code is detected from class location
     */
    public ReportFactory(Site site, List<String> applicationPackages) {
        this(site, new ApplicationCode(applicationPackages, SourceFinder.none()));
    }

    /** Creates a factory whose reports contain sources. */
    public ReportFactory(Site site, ApplicationCode code) {
        this(site, new DeveloperReportFactory(code, HintEngine.builtIn(), RuntimeDetails.here()));
    }

    private ReportFactory(Site site, DeveloperReportFactory developerReports) {
        this.site = site;
        this.developerReports = developerReports;
    }

    /** Returns this factory with another hint engine. */
    public ReportFactory withHints(HintEngine hints) {
        var old = developerReports;
        return new ReportFactory(site, new DeveloperReportFactory(old.code(), hints, old.runtime()));
    }

    /** Returns this factory with other runtime details. */
    public ReportFactory withRuntimeDetails(RuntimeDetails runtime) {
        var old = developerReports;
        return new ReportFactory(site, new DeveloperReportFactory(old.code(), old.hints(), runtime));
    }

    /** Returns the report of an incident in one language. */
    public ErrorReport create(Incident incident, Messages messages, Disclosure disclosure) {
        return disclosure == Disclosure.DEVELOPER
                ? createForDeveloper(incident, messages, messages)
                : report(incident, messages, null);
    }

    /**
     * Returns the report of an incident for a developer.
     *
     * @param messages the texts in the developer's language
     * @param clientMessages the texts in the client's language, for the public report in it
     */
    public ErrorReport createForDeveloper(Incident incident, Messages messages, Messages clientMessages) {
        var publicReport = report(incident, clientMessages, null);
        return report(incident, messages, developerReports.create(incident, messages, publicReport));
    }

    /** Returns the unredacted diagnosis of a throwable, for a log that contains the stack trace anyway. */
    public String diagnosis(Throwable thrown, Messages messages) {
        return developerReports.diagnosis(thrown, messages);
    }

    private ErrorReport report(Incident incident, Messages messages, @Nullable DeveloperReport developer) {
        var verdict = incident.verdict();
        var key = PublicMessageKey.of(verdict, incident.request().isSafe());
        return new ErrorReport(
                verdict.status(),
                incident.id(),
                incident.time(),
                messages,
                site,
                UserMessage.of(key, verdict.publicDetail(), site, messages),
                Hop.of(verdict, messages),
                IncidentFields.of(incident).retryAfterSeconds(),
                verdict.headers(),
                developer);
    }

    /** Returns a preview of the report of a status, as a gateway sees it: without incident id, time and request. */
    public ErrorReport previewFor(Status status, Messages messages) {
        return new ErrorReport(
                status,
                null,
                null,
                messages,
                site,
                UserMessage.previewFor(status, messages),
                Hop.seenByGateway(status, messages),
                0,
                Map.of(),
                null);
    }
}
