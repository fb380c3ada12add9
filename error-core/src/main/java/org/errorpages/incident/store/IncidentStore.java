package org.errorpages.incident.store;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.errorpages.i18n.Messages;
import org.errorpages.incident.Incident;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Recurrence;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the last incidents of an application, and how often failures of the same kind happened.
 *
 * <p>Within bounds, whatever happens: {@value #MOST_INCIDENTS} incidents, {@value #MOST_KINDS} kinds of failure and
 * {@value #MOST_CHARACTERS} characters; the oldest make room, and of the kinds those that were not seen for longest. What
 * is remembered holds no object of the application. Safe for many threads.
 */
public final class IncidentStore {

    /** The number of incidents that are remembered. */
    public static final int MOST_INCIDENTS = 50;

    static final int MOST_KINDS = 200;
    static final int MOST_CHARACTERS = 4_000_000;

    private final @Nullable String folder;
    private final ToIntFunction<ErrorReport> characters;
    private final Deque<StoredIncident> incidents = new ArrayDeque<>();
    private final Map<Fingerprint, Sighting> kinds = new LinkedHashMap<>();

    /**
     * Creates a memory of nothing.
     *
     * @param folder the path under which an incident can be looked up by its number, or null where nothing serves that
     * @param characters tells how many characters a report holds, or about as many
     */
    public IncidentStore(@Nullable String folder, ToIntFunction<ErrorReport> characters) {
        this.folder = folder;
        this.characters = Objects.requireNonNull(characters);
    }

    /**
     * Remembers an incident, unless it is remembered already.
     *
     * @param incident what happened
     * @param report what a developer is told about it
     * @return what is remembered; its report also tells of the failures of the same kind
     */
    public StoredIncident remember(Incident incident, ErrorReport report) {
        return find(incident).orElseGet(() -> {
            var whole = recurring(incident, report);
            return keep(StoredIncident.of(incident, whole, characters.applyAsInt(whole)));
        });
    }

    /** Returns what is remembered of an incident, if anything is. */
    public synchronized Optional<StoredIncident> find(Incident incident) {
        return incidents.stream().filter(known -> known.is(incident)).findFirst();
    }

    /** Returns the incident of a number, if it is remembered. */
    public synchronized Optional<StoredIncident> find(String id) {
        return incidents.stream()
                .filter(known -> known.id().toString().equals(id))
                .findFirst();
    }

    /** Returns what is remembered, newest first. */
    public synchronized List<StoredIncident> latest() {
        return List.copyOf(incidents);
    }

    private ErrorReport recurring(Incident incident, ErrorReport report) {
        var developer = report.developer();
        if (developer == null) {
            return report;
        }
        var traits = FailureAttributes.of(developer, Thread.currentThread().getName());
        var path = folder == null ? null : folder + "/" + incident.id();
        var kind = Fingerprint.of(developer);
        var before = count(kind, incident.time(), traits);
        return report.with(developer.with(recurrence(before, incident.time(), traits, report.messages(), path)));
    }

    private static Recurrence recurrence(
            @Nullable Sighting before,
            Instant now,
            FailureAttributes traits,
            Messages messages,
            @Nullable String path) {
        return before == null
                ? new Recurrence(1, now, null, List.of(), path)
                : new Recurrence(
                        before.times + 1, before.first, before.last, traits.since(before.traits, messages), path);
    }

    /** Returns the last sighting before this one, or null. */
    private synchronized @Nullable Sighting count(Fingerprint kind, Instant time, FailureAttributes traits) {
        var before = kinds.remove(kind);
        kinds.put(
                kind,
                before == null
                        ? new Sighting(1, time, time, traits)
                        : new Sighting(before.times + 1, before.first, time, traits));
        if (kinds.size() > MOST_KINDS) {
            kinds.remove(kinds.keySet().iterator().next());
        }
        return before;
    }

    /**
     * The last failure of one kind.
     *
     * @param times the number of failures of this kind so far
     * @param first the time of the first one
     * @param last the time of the last one
     * @param traits the traits of the last one
     */
    private record Sighting(long times, Instant first, Instant last, FailureAttributes traits) {}

    private synchronized StoredIncident keep(StoredIncident newest) {
        incidents.addFirst(newest);
        while (incidents.size() > MOST_INCIDENTS || (incidents.size() > 1 && characters() > MOST_CHARACTERS)) {
            incidents.removeLast();
        }
        return newest;
    }

    private long characters() {
        return incidents.stream().mapToLong(StoredIncident::characters).sum();
    }
}
