package org.errorpages.incident.log;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.incident.IncidentListener;
import org.errorpages.status.Disposition;
import org.jspecify.annotations.Nullable;

/**
 * Throttles the log: after ten similar failures within a second, further ones are summarised once per second for a minute.
 *
 * <p>Failures are similar if verdict, class of the throwable and handler of the request are the same; no stack trace is
 * read. The ids of the suppressed failures of one second share their first eight characters, and the summary of that
 * second begins with these. So the log has every id, in full or by its first eight characters.
 */
public final class LogThrottle implements IncidentListener {

    private static final int MAX_PER_SECOND = 10;
    private static final long DURATION_SECONDS = 60;

    /** The application's code determines the kinds, not its clients; the limit holds nevertheless. */
    private static final int MAX_KINDS = 200;

    private final Map<Kind, Window> windows = new ConcurrentHashMap<>();

    /**
     * The values that similar failures have in common.
     *
     * @param status the status, or 0 for the failures beyond {@link #MAX_KINDS}
     * @param rule the rule that decided
     * @param decisive the class that decided, or null
     * @param thrown the class of the throwable, or the empty string
     * @param handler the handler of the request, or null
     */
    private record Kind(int status, String rule, @Nullable String decisive, String thrown, @Nullable String handler) {

        static final Kind OTHER = new Kind(0, "", null, "", null);

        static Kind of(Incident incident) {
            var verdict = incident.verdict();
            var thrown = incident.failure().cause();
            return new Kind(
                    verdict.status().code(),
                    verdict.reason().rule(),
                    verdict.reason().decisiveClass(),
                    thrown == null ? "" : thrown.getClass().getName(),
                    incident.request().handler());
        }

        // Written out because the generated methods cost the first failure of a process the method handle bootstrap.

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
    }

    /** The failures of one kind in one second. */
    private static final class Window {

        private final long second;
        private final long throttledSince;
        private final long suppressedBefore;
        private final AtomicInteger count = new AtomicInteger();
        private final AtomicInteger suppressed = new AtomicInteger();
        private final AtomicReference<@Nullable Incident> first = new AtomicReference<>();

        /**
         * Creates an empty window.
         *
         * @param second the second of the epoch
         * @param throttledSince the second in which throttling began, or this one
         * @param suppressedBefore the number of failures suppressed since then
         */
        private Window(long second, long throttledSince, long suppressedBefore) {
            this.second = second;
            this.throttledSince = throttledSince;
            this.suppressedBefore = suppressedBefore;
        }

        static Window starting(long second) {
            return new Window(second, second, 0);
        }

        /** Returns the window of another second. A clock that was set back starts anew. */
        Window next(long now) {
            boolean isThrottled = continuesThrottling() || count.get() > MAX_PER_SECOND;
            return isThrottled && now > second && now < throttledSince + DURATION_SECONDS
                    ? new Window(now, throttledSince, total())
                    : starting(now);
        }

        boolean continuesThrottling() {
            return second > throttledSince;
        }

        /** Returns whether failures of a second are counted in this window; those of late threads are. */
        boolean covers(long now) {
            return now <= second && now > second - DURATION_SECONDS;
        }

        boolean isOver(long now) {
            return second + DURATION_SECONDS < now;
        }

        /** Returns the incident, with an id of the series of this window if there are too many. */
        Incident admit(Incident incident) {
            int number = count.incrementAndGet() - (continuesThrottling() ? 0 : MAX_PER_SECOND);
            if (number <= 0 || number > IncidentId.MOST_IN_SERIES) {
                return incident;
            }
            first.compareAndSet(null, incident);
            var start = Objects.requireNonNull(first.get());
            return incident.throttled(start.id().inSeries(number));
        }

        /** Logs the summary of this second with its first suppressed incident, so that it can't get lost. */
        void suppress(Incident incident) {
            var start = first.get();
            if (start == null || !start.id().isInSeriesOf(incident.id())) {
                IncidentLog.late(incident);
            } else if (suppressed.incrementAndGet() == 1) {
                IncidentLog.throttled(incident, suppressedBefore);
            }
        }

        void logTotal() {
            var example = first.get();
            if (example != null && total() > 0) {
                IncidentLog.throttlingOver(example, total(), Instant.ofEpochSecond(throttledSince));
            }
        }

        private long total() {
            return suppressedBefore + suppressed.get();
        }
    }

    /** Returns the incident, marked as throttled if the log has had too many similar ones. Never throws. */
    public Incident admit(Incident incident) {
        if (incident.verdict().disposition() == Disposition.ABORTED) {
            return incident;
        }
        try {
            return window(Kind.of(incident), incident.time().getEpochSecond()).admit(incident);
        } catch (Throwable broken) {
            // A log that fails must not cost the client its response.
            return incident;
        }
    }

    @Override
    public void onIncident(Incident incident) {
        if (incident.throttled()) {
            var window = windows.getOrDefault(Kind.of(incident), windows.get(Kind.OTHER));
            if (window == null) {
                IncidentLog.late(incident);
            } else {
                window.suppress(incident);
            }
        }
    }

    private Window window(Kind kind, long now) {
        var known = windows.get(kind);
        if (known == null) {
            var counted = hasRoom(now) ? kind : Kind.OTHER;
            return current(counted, windows.computeIfAbsent(counted, first -> Window.starting(now)), now);
        }
        return current(kind, known, now);
    }

    private boolean hasRoom(long now) {
        if (windows.size() >= MAX_KINDS) {
            windows.values().removeIf(window -> window.isOver(now));
        }
        return windows.size() < MAX_KINDS;
    }

    private Window current(Kind kind, Window known, long now) {
        if (known.covers(now)) {
            return known;
        }
        var next = known.next(now);
        if (!windows.replace(kind, known, next)) {
            return windows.getOrDefault(kind, next);
        }
        if (!next.continuesThrottling()) {
            known.logTotal();
        }
        return next;
    }

    /** Logs the totals of the failures that are being throttled. */
    public void close() {
        windows.values().forEach(Window::logTotal);
        windows.clear();
    }
}
