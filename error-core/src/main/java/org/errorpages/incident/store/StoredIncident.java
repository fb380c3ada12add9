package org.errorpages.incident.store;

import java.lang.ref.WeakReference;
import java.time.Instant;
import org.errorpages.http.Headers;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.redact.SafeText;
import org.errorpages.render.ProblemJsonRenderer;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.IncidentSummary;
import org.errorpages.status.Failure;
import org.errorpages.status.Verdict;

/**
 * An incident without throwables and objects of the request: texts and numbers only.
 *
 * @param id the incident id
 * @param time the time of the failure
 * @param verdict the result of the classification
 * @param request the method and the languages of the request, which determine the public response; nothing secret
 * @param report the developer report
 * @param size the approximate size of the report in bytes
 * @param failure the failure, while the application still holds it
 */
record StoredIncident(
        IncidentId id,
        Instant time,
        Verdict verdict,
        RequestSnapshot request,
        ErrorReport report,
        int size,
        WeakReference<Failure> failure) {

    private static final int MAX_METHOD = 40;
    private static final int MAX_LANGUAGES = 512;

    /** Returns the incident with its size in problem+json, which contains nearly all of the report. */
    static StoredIncident of(Incident incident, ErrorReport report) {
        return new StoredIncident(
                incident.id(),
                incident.time(),
                incident.verdict(),
                withLanguagesOnly(incident.request()),
                report,
                new ProblemJsonRenderer().render(report).length,
                new WeakReference<>(incident.failure()));
    }

    /** Returns whether this is the stored form of an incident. Custom ids may be ambiguous, so the failure counts too. */
    boolean matches(Incident incident) {
        return id.equals(incident.id()) && failure.refersTo(incident.failure());
    }

    /** Returns the line of the incident list. */
    IncidentSummary summary() {
        var developer = report.developer();
        if (developer == null) {
            return new IncidentSummary(
                    id, time, report.status(), report.userMessage().title(), request.method(), 1, null);
        }
        var methodAndPath =
                FailureAttributes.RequestLine.of(developer.request()).methodAndPath();
        var recurrence = developer.recurrence();
        return new IncidentSummary(
                id,
                time,
                report.status(),
                developer.diagnosis(),
                methodAndPath,
                recurrence == null ? 1 : recurrence.occurrences(),
                recurrence == null ? null : recurrence.path());
    }

    private static RequestSnapshot withLanguagesOnly(RequestSnapshot request) {
        var accepted = String.join(",", request.headers().lines("Accept-Language"));
        var headers = Headers.none().plus("Accept-Language", SafeText.line(accepted, MAX_LANGUAGES));
        var language = request.language() == null ? null : SafeText.line(request.language(), MAX_LANGUAGES);
        var method = SafeText.line(request.method(), MAX_METHOD);
        return new RequestSnapshot(method, "/", null, headers, "", null, language);
    }
}
