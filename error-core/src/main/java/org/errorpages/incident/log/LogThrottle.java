package org.errorpages.incident.log;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.incident.IncidentListener;
import org.errorpages.status.Verdict.Disposition;
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

    /** Bounds the memory, although the application code determines the kinds, not its clients. */
    private static final int MAX_KINDS = 200;

    /** Counts the failures beyond {@link #MAX_KINDS}. */
    private static final List<@Nullable Object> OTHER_KINDS = List.of();

    private final Map<List<@Nullable Object>, Window> windows = new ConcurrentHashMap<>();

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
         * @param throttledSince the second in which throttling began, or this one
         * @param suppressedBefore the number of failures suppressed since then
         */
        private Window(long second, long throttledSince, long suppressedBefore) {
            this.second = second;
            this.throttledSince = throttledSince;
            this.suppressedBefore = suppressedBefore;
        }

        /** Returns the window of another second. A clock that was set back ends throttling. */
        Window next(long now) {
            boolean isThrottling = continuesThrottling() || count.get() > MAX_PER_SECOND;
            return isThrottling && now > second && now < throttledSince + DURATION_SECONDS
                    ? new Window(now, throttledSince, total())
                    : new Window(now, now, 0);
        }

        boolean continuesThrottling() {
            return second > throttledSince;
        }

        /** Returns whether this window counts the failures of a second: its own, or an earlier one of a late thread. */
        boolean covers(long now) {
            return now <= second && now > second - DURATION_SECONDS;
        }

        boolean isOver(long now) {
            return second + DURATION_SECONDS < now;
        }

        /** Returns the incident, with an id of the series of this window if there are too many. */
        Incident admit(Incident incident) {
            int number = count.incrementAndGet() - (continuesThrottling() ? 0 : MAX_PER_SECOND);
            if (number <= 0 || number > IncidentId.MAX_NUMBER_IN_SERIES) {
                return incident;
            }
            first.compareAndSet(null, incident);
            var start = Objects.requireNonNull(first.get());
            return incident.throttled(start.id().inSeries(number));
        }

        /** Logs the summary of this second with its first suppressed incident, so that it can't get lost. */
        void suppress(Incident incident) {
            var start = first.get();
            if (start == null || !start.id().inSeries(0).equals(incident.id().inSeries(0))) {
                IncidentLog.logLate(incident);
            } else if (suppressed.incrementAndGet() == 1) {
                IncidentLog.logThrottled(incident, suppressedBefore);
            }
        }

        void logTotal() {
            var example = first.get();
            if (example != null && total() > 0) {
                IncidentLog.logThrottlingEnd(example, total(), Instant.ofEpochSecond(throttledSince));
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
            return window(kind(incident), incident.time().getEpochSecond()).admit(incident);
        } catch (Throwable broken) {
            // A failure of the throttle must not affect the response.
            return incident;
        }
    }

    @Override
    public void onIncident(Incident incident) {
        if (incident.throttled()) {
            var window = windows.getOrDefault(kind(incident), windows.get(OTHER_KINDS));
            if (window == null) {
                IncidentLog.logLate(incident);
            } else {
                window.suppress(incident);
            }
        }
    }

    /** Returns the values that similar failures share. A list, as a record would cost the first failure its bootstrap. */
    private static List<@Nullable Object> kind(Incident incident) {
        var verdict = incident.verdict();
        var reason = verdict.reason();
        var thrown = incident.failure().cause();
        return Arrays.asList(
                verdict.status().code(),
                reason.rule(),
                reason.decisiveClass(),
                thrown == null ? null : thrown.getClass().getName(),
                incident.request().handler());
    }

    private Window window(List<@Nullable Object> kind, long now) {
        var known = windows.get(kind);
        if (known != null) {
            return current(kind, known, now);
        }
        var counted = hasRoom(now) ? kind : OTHER_KINDS;
        return current(counted, windows.computeIfAbsent(counted, first -> new Window(now, now, 0)), now);
    }

    private boolean hasRoom(long now) {
        if (windows.size() >= MAX_KINDS) {
            windows.values().removeIf(window -> window.isOver(now));
        }
        return windows.size() < MAX_KINDS;
    }

    private Window current(List<@Nullable Object> kind, Window known, long now) {
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
