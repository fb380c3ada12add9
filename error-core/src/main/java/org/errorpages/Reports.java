package org.errorpages;

import org.errorpages.access.DeveloperAccess;
import org.errorpages.describe.ReportFactory;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.AcceptLanguage;
import org.errorpages.i18n.Messages;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentListener;
import org.errorpages.incident.RenderFailure;
import org.errorpages.incident.store.IncidentStore;
import org.errorpages.incident.store.StoredIncident;
import org.errorpages.render.ProblemJsonRenderer;
import org.errorpages.report.Disclosure;
import org.errorpages.report.ErrorReport;
import org.errorpages.status.Disposition;
import org.jspecify.annotations.Nullable;

/** The second stage: what is said about an incident, to whom, and what of it is remembered. */
public final class Reports {

    private final ReportFactory describer;
    private final SupportedLocales locales;
    private final DeveloperAccess developers;
    private final IncidentListener listeners;

    /** What is remembered, or null in production. */
    private final @Nullable IncidentStore memory;

    Reports(ErrorPagesConfig config, ReportFactory describer, IncidentListener listeners) {
        this.describer = describer;
        this.locales = config.supportedLocales();
        this.developers = DeveloperAccess.parse(config.developers());
        this.listeners = listeners;
        this.memory = config.mode() == Mode.DEVELOPMENT
                ? new IncidentStore(config.developer().incidentsPath(), Reports::characters)
                : null;
    }

    /** Those of its form for programs, which has nearly all of it. */
    static int characters(ErrorReport report) {
        return new ProblemJsonRenderer().render(report).length;
    }

    /** Remembers an incident, whoever its client is, for the developers who may look it up. */
    void remember(Incident incident) {
        if (memory != null && incident.verdict().disposition() != Disposition.ABORTED) {
            forDeveloper(incident);
        }
    }

    /** Returns whether the client of a request may see the inside. */
    public boolean isDeveloper(RequestSnapshot request) {
        return memory != null && developers.permits(request);
    }

    /** Returns what is remembered, where anything ever is. */
    public @Nullable IncidentStore memory() {
        return memory;
    }

    /** Returns the texts of the language that the client of a request reads best. */
    public Messages messages(RequestSnapshot request) {
        var lines = request.headers().lines("Accept-Language");
        return request.language() == null
                ? locales.best(lines)
                : locales.best(AcceptLanguage.parse(lines).preferring(request.language()));
    }

    /** Returns the texts in which a developer is told something. */
    public Messages messagesForDeveloper(RequestSnapshot request) {
        return locales.forDeveloper(messages(request));
    }

    /**
     * Returns what a developer is told of an incident, or null where nothing can be said. A memory that fails costs what it
     * would add.
     */
    @Nullable
    ErrorReport forDeveloper(Incident incident) {
        @Nullable ErrorReport report = null;
        try {
            var known = recalled(incident);
            report = known == null ? inside(incident) : known;
            return report == null || known != null ? report : remembered(incident, report);
        } catch (Throwable broken) {
            listeners.onRenderFailure(incident, RenderFailure.of("a report with stored incidents", broken));
            return report == null ? inside(incident) : report;
        }
    }

    private @Nullable ErrorReport inside(Incident incident) {
        var inside = describe(incident, Disclosure.EVERYTHING);
        return inside == null ? describe(incident, Disclosure.NOTHING) : inside;
    }

    private @Nullable ErrorReport recalled(Incident incident) {
        return memory == null
                ? null
                : memory.find(incident).map(StoredIncident::report).orElse(null);
    }

    private ErrorReport remembered(Incident incident, ErrorReport report) {
        return memory == null ? report : memory.remember(incident, report).report();
    }

    /** Returns what is said about an incident, or null where nothing can be said. */
    public @Nullable ErrorReport describe(Incident incident, Disclosure disclosure) {
        try {
            var best = messages(incident.request());
            return disclosure == Disclosure.EVERYTHING
                    ? describer.describeInside(incident, locales.forDeveloper(best), best)
                    : describer.describe(incident, best, disclosure);
        } catch (Throwable broken) {
            listeners.onRenderFailure(
                    incident,
                    RenderFailure.of(
                            disclosure == Disclosure.EVERYTHING ? "a developer report" : "a public report", broken));
            return null;
        }
    }
}
