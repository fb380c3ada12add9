package org.errorpages.incident.store;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.errorpages.incident.Incident;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Recurrence;
import org.jspecify.annotations.Nullable;

/**
 * Stores recent incidents and counts similar failures.
 *
 * <p>Holds at most {@value #MAX_INCIDENTS} incidents, {@value #MAX_KINDS} kinds of failures and {@value #MAX_SIZE} bytes of
 * reports. The oldest incidents, and the kinds that haven't occurred for longest, are removed first. Nothing in it refers to
 * an object of the application. Thread-safe.
 */
public final class IncidentStore {

    static final int MAX_INCIDENTS = 50;
    static final int MAX_KINDS = 200;
    static final int MAX_SIZE = 4_000_000;

    private final @Nullable String viewerPath;
    private final Deque<StoredIncident> incidents = new ArrayDeque<>();
    private final Map<Fingerprint, OccurrenceCount> kinds = new LinkedHashMap<>();

    /**
     * The occurrences of one kind of failure.
     *
     * @param times the number of occurrences so far
     * @param first the time of the first one
     * @param last the time of the last one
     * @param attributes the attributes of the last one
     */
    private record OccurrenceCount(long times, Instant first, Instant last, FailureAttributes attributes) {}

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

    /** Returns the stored form of an incident. */
    synchronized Optional<StoredIncident> find(Incident incident) {
        return incidents.stream().filter(stored -> stored.matches(incident)).findFirst();
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
        var attributes = FailureAttributes.of(developer, Thread.currentThread().getName());
        var path = viewerPath == null ? null : viewerPath + "/" + incident.id();
        var now = incident.time();
        var earlier = count(Fingerprint.of(developer), now, attributes);
        var recurrence = earlier == null
                ? new Recurrence(1, now, null, List.of(), path)
                : new Recurrence(
                        earlier.times + 1,
                        earlier.first,
                        earlier.last,
                        attributes.differencesFrom(earlier.attributes, report.messages()),
                        path);
        return report.withDeveloper(developer.withRecurrence(recurrence));
    }

    /** Counts an occurrence, and returns the count before, or null for the first one. */
    private synchronized @Nullable OccurrenceCount count(Fingerprint kind, Instant now, FailureAttributes attributes) {
        var earlier = kinds.remove(kind);
        kinds.put(
                kind,
                earlier == null
                        ? new OccurrenceCount(1, now, now, attributes)
                        : new OccurrenceCount(earlier.times + 1, earlier.first, now, attributes));
        if (kinds.size() > MAX_KINDS) {
            kinds.remove(kinds.keySet().iterator().next());
        }
        return earlier;
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
}
