package org.errorpages;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.errorpages.report.Incident;
import org.errorpages.status.Disposition;
import org.jspecify.annotations.Nullable;

/**
 * Tells failures that somebody may read one by one from a storm of them, which would bury everything else in the log.
 *
 * <p>Failures are of one kind if their verdicts, what was thrown and what handled the request are the same; no stack is
 * read. More than {@value Storm#READABLE} of a kind in one second are a storm, which lasts for a minute. In it the
 * failures of one second are a series: their numbers have the first eight characters in common, and the log has one line
 * for all of them. So each number is found in the log, by those characters.
 */
final class Storms implements IncidentListener {

    /** Kinds come from the code of the application, not from its clients; nevertheless. */
    private static final int MOST_KINDS = 200;

    private final Map<Kind, Storm> storms = new ConcurrentHashMap<>();

    /**
     * By what failures are alike.
     *
     * @param status the status, or 0 for all that are too many
     * @param rule the rule that decided
     * @param decisive the class that decided, or null
     * @param thrown the class of what was thrown, or the empty string
     * @param handler what handled the request, or null
     */
    private record Kind(int status, String rule, @Nullable String decisive, String thrown, @Nullable String handler) {

        static final Kind OTHER = new Kind(0, "", null, "", null);

        // By hand, as this is done for each failure: what the compiler makes goes through method handles.

        @Override
        public boolean equals(Object other) {
            return other instanceof Kind that
                    && status == that.status
                    && rule.equals(that.rule)
                    && Objects.equals(decisive, that.decisive)
                    && thrown.equals(that.thrown)
                    && Objects.equals(handler, that.handler);
        }

        @Override
        public int hashCode() {
            return (status * 31 + rule.hashCode()) * 31 + thrown.hashCode() * 31 + Objects.hashCode(handler);
        }

        static Kind of(Incident incident) {
            var verdict = incident.verdict();
            var thrown = incident.failure().cause();
            return new Kind(
                    verdict.status().code(),
                    verdict.because().rule(),
                    verdict.because().decisive(),
                    thrown == null ? "" : thrown.getClass().getName(),
                    incident.request().handler());
        }
    }

    /** Returns the incident, as one of a series if it is one. A log that fails costs no incident its answer. */
    Incident placed(Incident incident) {
        if (incident.verdict().disposition() == Disposition.ABORTED) {
            return incident;
        }
        try {
            var kind = Kind.of(incident);
            var storm = storms.get(kind);
            return (storm == null ? begun(kind, incident) : storm).placed(incident);
        } catch (Throwable broken) {
            return incident;
        }
    }

    /** Takes notice that an incident is told; the first one of a series has the line of all. */
    @Override
    public void onIncident(Incident incident) {
        if (!incident.inSeries()) {
            return;
        }
        var storm = storms.getOrDefault(Kind.of(incident), storms.get(Kind.OTHER));
        if (storm == null) {
            IncidentLog.late(incident);
        } else {
            storm.told(incident);
        }
    }

    private Storm begun(Kind kind, Incident incident) {
        if (storms.size() >= MOST_KINDS) {
            storms.values().removeIf(storm -> storm.isOver(incident.time()));
        }
        var counted = storms.size() < MOST_KINDS ? kind : Kind.OTHER;
        return storms.computeIfAbsent(counted, first -> new Storm());
    }

    /** Tells of the storms that are not over yet. */
    void end() {
        storms.values().forEach(Storm::end);
    }
}
