package org.errorpages.memory;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.Objects;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.ForeignText;
import org.errorpages.report.Incident;
import org.errorpages.report.IncidentId;
import org.errorpages.report.IncidentLine;
import org.errorpages.request.HeaderFields;
import org.errorpages.request.RequestFacts;
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
public record Remembered(
        IncidentId id,
        Instant time,
        Verdict verdict,
        RequestFacts request,
        ErrorReport report,
        int characters,
        WeakReference<Failure> failure) {

    private static final int MAX_METHOD = 40;
    private static final int MAX_LANGUAGES = 512;

    public Remembered {
        Objects.requireNonNull(id);
        Objects.requireNonNull(time);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(request);
        Objects.requireNonNull(report);
        Objects.requireNonNull(failure);
    }

    static Remembered of(Incident incident, ErrorReport report, int characters) {
        return new Remembered(
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
    public IncidentLine line() {
        var developer = report.developer();
        var recurrence = developer == null ? null : developer.recurrence();
        return new IncidentLine(
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

    private static RequestFacts reader(RequestFacts request) {
        var wished = String.join(",", request.headers().lines("Accept-Language"));
        var headers = HeaderFields.none().plus("Accept-Language", bounded(wished, MAX_LANGUAGES));
        var method = bounded(request.method(), MAX_METHOD);
        return new RequestFacts(method, "/", null, headers, "", null, language(request.language()));
    }

    private static @Nullable String language(@Nullable String language) {
        return language == null ? null : bounded(language, MAX_LANGUAGES);
    }

    private static String bounded(String text, int length) {
        return ForeignText.line(text, length);
    }
}
