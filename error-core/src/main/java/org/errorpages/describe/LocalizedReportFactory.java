package org.errorpages.describe;

import org.errorpages.i18n.SupportedLocales;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentListener;
import org.errorpages.incident.RenderFailure;
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

    /** Returns the report for the public, or null if it can't be built. */
    public @Nullable ErrorReport publicReport(Incident incident) {
        try {
            return factory.createForPublic(incident, locales.messagesFor(incident.request()));
        } catch (Throwable broken) {
            listeners.onRenderFailure(incident, RenderFailure.of("a public report", broken));
            return null;
        }
    }

    /** Returns the report for developers, the public one if that fails, or null if both fail. */
    public @Nullable ErrorReport developerReport(Incident incident) {
        try {
            var messages = locales.messagesFor(incident.request());
            return factory.createForDeveloper(incident, locales.forDeveloper(messages), messages);
        } catch (Throwable broken) {
            listeners.onRenderFailure(incident, RenderFailure.of("a developer report", broken));
            return publicReport(incident);
        }
    }
}
