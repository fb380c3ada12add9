package org.errorpages.incident.store;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.Objects;
import org.errorpages.http.Headers;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.redact.SafeText;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.IncidentSummary;
import org.errorpages.status.Failure;
import org.errorpages.status.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * An incident that is over: texts and numbers only, nothing that was thrown and no object of a request.
 *
 * @param id its number
 * @param time when it happened
 * @param verdict what was decided about it
 * @param request what decides how the public is answered: the method and the languages, and nothing that may be secret
 * @param report what a developer is told
 * @param characters how many characters that is, or about as many
 * @param failure what went wrong, as long as somebody else holds it
 */
public record StoredIncident(
        IncidentId id,
        Instant time,
        Verdict verdict,
        RequestSnapshot request,
        ErrorReport report,
        int characters,
        WeakReference<Failure> failure) {

    private static final int MAX_METHOD = 40;
    private static final int MAX_LANGUAGES = 512;

    public StoredIncident {
        Objects.requireNonNull(id);
        Objects.requireNonNull(time);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(request);
        Objects.requireNonNull(report);
        Objects.requireNonNull(failure);
    }

    static StoredIncident of(Incident incident, ErrorReport report, int characters) {
        return new StoredIncident(
                incident.id(),
                incident.time(),
                incident.verdict(),
                reader(incident.request()),
                report,
                characters,
                new WeakReference<>(incident.failure()));
    }

    /** Returns whether this is an incident: of one number there may be two where numbers are given by others. */
    boolean is(Incident incident) {
        return id.equals(incident.id()) && failure.refersTo(incident.failure());
    }

    /** Returns the incident as a list shows it. */
    public IncidentSummary line() {
        var developer = report.developer();
        var recurrence = developer == null ? null : developer.recurrence();
        return new IncidentSummary(
                id,
                time,
                report.status(),
                developer == null ? report.advice().title() : developer.diagnosis(),
                developer == null
                        ? request.method()
                        : RequestLine.of(developer.request()).place(),
                recurrence == null ? 1 : recurrence.times(),
                recurrence == null ? null : recurrence.path());
    }

    private static RequestSnapshot reader(RequestSnapshot request) {
        var wished = String.join(",", request.headers().lines("Accept-Language"));
        var headers = Headers.none().plus("Accept-Language", bounded(wished, MAX_LANGUAGES));
        var method = bounded(request.method(), MAX_METHOD);
        return new RequestSnapshot(method, "/", null, headers, "", null, language(request.language()));
    }

    private static @Nullable String language(@Nullable String language) {
        return language == null ? null : bounded(language, MAX_LANGUAGES);
    }

    private static String bounded(String text, int length) {
        return SafeText.line(text, length);
    }
}
