package org.errorpages.describe;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.errorpages.hint.HintEngine;
import org.errorpages.i18n.Messages;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentFields;
import org.errorpages.redact.Redactor;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.Disclosure;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Hop;
import org.errorpages.report.PublicMessageKey;
import org.errorpages.report.Site;
import org.errorpages.report.UserMessage;
import org.errorpages.resource.Lazy;
import org.errorpages.source.SourceFinder;
import org.errorpages.status.Status;
import org.errorpages.trace.ApplicationCode;
import org.jspecify.annotations.Nullable;

/** Says what there is to say about a failure, in one language and for one audience. Immutable. */
public final class ReportFactory {

    private final Site site;
    private final DeveloperReportFactory inside;

    /**
     * Creates a describer that shows no sources.
     *
     * @param site who speaks on the public page
     * @param applicationPackages the packages of the application's own code, or none to tell it by where classes lie
     */
    public ReportFactory(Site site, List<String> applicationPackages) {
        this(site, new ApplicationCode(applicationPackages, SourceFinder.none()));
    }

    /**
     * Creates a describer that also shows sources.
     *
     * @param site who speaks on the public page
     * @param code what is known of the application's own code
     */
    public ReportFactory(Site site, ApplicationCode code) {
        this(
                site,
                new DeveloperReportFactory(
                        code, HintEngine.builtIn(), RuntimeDetails.here(), Lazy.of(Redactor::standard)));
    }

    private ReportFactory(Site site, DeveloperReportFactory inside) {
        this.site = Objects.requireNonNull(site);
        this.inside = inside;
    }

    /** Returns a describer that takes its hints from the book; asked for developers only. */
    public ReportFactory withHints(HintEngine hints) {
        return new ReportFactory(site, inside.with(hints));
    }

    /** Returns a describer that tells of another platform. */
    public ReportFactory on(RuntimeDetails platform) {
        return new ReportFactory(site, inside.on(platform));
    }

    /** Returns the report of an incident; without {@link Disclosure#EVERYTHING} it holds nothing of the inside. */
    public ErrorReport describe(Incident incident, Messages messages, Disclosure disclosure) {
        return disclosure == Disclosure.EVERYTHING
                ? describeInside(incident, messages, messages)
                : report(incident, messages, null);
    }

    /**
     * Returns the report of an incident with everything of the inside.
     *
     * @param messages the texts of the language in which the developer is spoken to
     * @param ofTheClient the texts of the language in which the client would be answered
     */
    public ErrorReport describeInside(Incident incident, Messages messages, Messages ofTheClient) {
        var seen = report(incident, ofTheClient, null);
        return report(incident, messages, inside.describe(incident, messages, seen));
    }

    /**
     * Returns the one sentence about a throwable with which a developer's report begins, for a log that has the stack as
     * well: nothing is hidden, and what is told of code is only what the throwable has.
     */
    public String diagnosis(Throwable thrown, Messages messages) {
        return inside.diagnosis(thrown, messages);
    }

    private ErrorReport report(Incident incident, Messages messages, @Nullable DeveloperReport developer) {
        var verdict = incident.verdict();
        var wording = PublicMessageKey.of(verdict, incident.request().safe());
        return new ErrorReport(
                verdict.status(),
                incident.id(),
                incident.time(),
                messages,
                site,
                UserMessage.of(wording, verdict.publicDetail(), site, messages),
                Hop.of(verdict, messages),
                IncidentFields.of(incident).retryAfterSeconds(),
                verdict.headers(),
                developer);
    }

    /**
     * Returns the report of a failure that has not happened yet, as a gateway in front of this application will see it:
     * without a number and a time, and for a request of which nothing is known.
     */
    public ErrorReport foresee(Status status, Messages messages) {
        return new ErrorReport(
                status,
                null,
                null,
                messages,
                site,
                UserMessage.foreseen(status, messages),
                Hop.seenByGateway(status, messages),
                0,
                Map.of(),
                null);
    }
}
