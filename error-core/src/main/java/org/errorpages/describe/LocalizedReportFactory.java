package org.errorpages.describe;

import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.AcceptLanguage;
import org.errorpages.i18n.Messages;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentListener;
import org.errorpages.incident.RenderFailure;
import org.errorpages.report.Disclosure;
import org.errorpages.report.ErrorReport;
import org.jspecify.annotations.Nullable;

/**
 * Builds reports in the language of the client.
 *
 * <p>If a report can't be built, the listeners are notified and the result is null. No method throws.
 *
 * @param factory builds reports in a given language
 * @param locales the languages of the application
 * @param listeners the listeners for failures
 */
public record LocalizedReportFactory(ReportFactory factory, SupportedLocales locales, IncidentListener listeners) {

    /** Returns the texts in the language that the client prefers. */
    public Messages messages(RequestSnapshot request) {
        var acceptLanguage = request.headers().lines("Accept-Language");
        return request.language() == null
                ? locales.best(acceptLanguage)
                : locales.best(AcceptLanguage.parse(acceptLanguage).preferring(request.language()));
    }

    /** Returns the texts in which a developer reads: those of the client's language, or English. */
    public Messages developerMessages(RequestSnapshot request) {
        return locales.forDeveloper(messages(request));
    }

    /** Returns the report for the public, or null if it can't be built. */
    public @Nullable ErrorReport publicReport(Incident incident) {
        try {
            return factory.create(incident, messages(incident.request()), Disclosure.PUBLIC);
        } catch (Throwable broken) {
            listeners.onRenderFailure(incident, RenderFailure.of("a public report", broken));
            return null;
        }
    }

    /** Returns the report for developers, the public one if that fails, or null if both fail. */
    public @Nullable ErrorReport developerReport(Incident incident) {
        try {
            var messages = messages(incident.request());
            return factory.createForDeveloper(incident, locales.forDeveloper(messages), messages);
        } catch (Throwable broken) {
            listeners.onRenderFailure(incident, RenderFailure.of("a developer report", broken));
            return publicReport(incident);
        }
    }
}
