package org.errorpages.incident.store;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.errorpages.http.RequestHeaders;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.redact.PrintableText;
import org.errorpages.render.ProblemJsonRenderer;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.IncidentList;
import org.errorpages.status.Failure;
import org.errorpages.status.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Stores recent incidents with the number of similar failures.
 *
 * <p>Holds at most {@value #MAX_INCIDENTS} incidents and {@value #MAX_SIZE} bytes of reports; the oldest incidents are
 * removed first. Nothing in it refers to an object of the application. Thread-safe.
 */
public final class IncidentStore {

    static final int MAX_INCIDENTS = 50;
    static final int MAX_SIZE = 4_000_000;

    private final @Nullable String viewerPath;
    private final Deque<StoredIncident> incidents = new ArrayDeque<>();
    private final RecurrenceCounter recurrences = new RecurrenceCounter();

    /**
     * Creates an empty store.
     *
     * @param viewerPath the path of the incident viewer, or null for no viewer
     */
    public IncidentStore(@Nullable String viewerPath) {
        this.viewerPath = viewerPath;
    }

    /** Stores an incident unless it is stored already, and returns it. Its report has the number of similar failures. */
    StoredIncident add(Incident incident, ErrorReport report) {
        return find(incident).orElseGet(() -> {
            var stored = StoredIncident.of(incident, withRecurrence(incident, report));
            addFirst(stored);
            return stored;
        });
    }

    /** Returns the stored form of an incident. Custom ids may be ambiguous, so the failure counts too. */
    synchronized Optional<StoredIncident> find(Incident incident) {
        return incidents.stream()
                .filter(stored -> stored.id.equals(incident.id()) && stored.failure.refersTo(incident.failure()))
                .findFirst();
    }

    /** Returns the incident with an id. */
    synchronized Optional<StoredIncident> find(String id) {
        return incidents.stream()
                .filter(stored -> stored.id().toString().equals(id))
                .findFirst();
    }

    /** Returns the incidents, the newest first. */
    synchronized List<StoredIncident> latest() {
        return List.copyOf(incidents);
    }

    private ErrorReport withRecurrence(Incident incident, ErrorReport report) {
        var developer = report.developer();
        if (developer == null) {
            return report;
        }
        var path = viewerPath == null ? null : viewerPath + "/" + incident.id();
        var recurrence = recurrences.count(incident, developer, report.messages(), path);
        return report.withDeveloper(developer.withRecurrence(recurrence));
    }

    private synchronized void addFirst(StoredIncident newest) {
        incidents.addFirst(newest);
        while (incidents.size() > MAX_INCIDENTS || (incidents.size() > 1 && size() > MAX_SIZE)) {
            incidents.removeLast();
        }
    }

    private long size() {
        return incidents.stream().mapToLong(StoredIncident::size).sum();
    }

    /**
     * An incident without throwables and objects of the request: texts and numbers only.
     *
     * @param request the method and the languages of the request, which determine the public response; nothing secret
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

        /** Returns the entry of the incident list. */
        IncidentList.Entry entry() {
            var developer = report.developer();
            if (developer == null) {
                var title = report.userMessage().title();
                return new IncidentList.Entry(id, time, report.status(), title, request.method(), 1, null);
            }
            var recurrence = developer.recurrence();
            return new IncidentList.Entry(
                    id,
                    time,
                    report.status(),
                    developer.diagnosis(),
                    developer.request().methodAndPath(),
                    recurrence == null ? 1 : recurrence.occurrences(),
                    recurrence == null ? null : recurrence.path());
        }

        private static RequestSnapshot withLanguagesOnly(RequestSnapshot request) {
            var accepted = String.join(",", request.headers().lines("Accept-Language"));
            var headers = RequestHeaders.none().plus("Accept-Language", PrintableText.line(accepted, MAX_LANGUAGES));
            var language = request.language() == null ? null : PrintableText.line(request.language(), MAX_LANGUAGES);
            var method = PrintableText.line(request.method(), MAX_METHOD);
            return new RequestSnapshot(method, "/", null, headers, "", null, language);
        }
    }
}
