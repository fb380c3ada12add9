package org.errorpages;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.errorpages.report.Incident;
import org.errorpages.report.IncidentId;
import org.jspecify.annotations.Nullable;

/** The failures of one kind, second by second. */
final class Storm {

    /** How many in a second are told one by one. */
    static final int READABLE = 10;

    private static final long LASTS_SECONDS = 60;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final AtomicReference<Second> latest = new AtomicReference<>(Second.calm(NEVER));

    /**
     * One second.
     *
     * @param second of the epoch
     * @param until the second in which the storm ends, or 0 for none
     * @param since the second in which it began
     * @param before how many were told together since then, but for this second
     * @param count how many there are in this second
     * @param told how many of them were told together
     * @param first the incident with which the series begins, once there is one
     */
    private record Second(
            long second,
            long until,
            long since,
            long before,
            AtomicInteger count,
            AtomicInteger told,
            AtomicReference<@Nullable Incident> first) {

        static Second calm(long second) {
            return of(second, 0, 0, 0);
        }

        private static Second of(long second, long until, long since, long before) {
            return new Second(
                    second, until, since, before, new AtomicInteger(), new AtomicInteger(), new AtomicReference<>());
        }

        /** Returns the second that follows this one. */
        Second then(long next) {
            boolean isStorm = until > 0 || count.get() > READABLE;
            long end = until > 0 ? until : second + LASTS_SECONDS;
            return !isStorm || next >= end || !isAbout(next)
                    ? calm(next)
                    : of(next, end, until > 0 ? since : second, total());
        }

        /** Threads that are late are counted in this second; a clock that was set back begins anew. */
        boolean isAbout(long now) {
            return now > second - LASTS_SECONDS;
        }

        /** How many of this second have a line of their own. */
        int readable() {
            return until > 0 ? 0 : READABLE;
        }

        long total() {
            return before + told.get();
        }
    }

    /** Returns the incident, as one of a series if there are too many. */
    Incident placed(Incident incident) {
        var second = at(incident.time().getEpochSecond());
        int number = second.count().incrementAndGet() - second.readable();
        if (number <= 0 || number > IncidentId.MOST_IN_SERIES) {
            return incident;
        }
        second.first().compareAndSet(null, incident);
        var first = second.first().get();
        return first == null ? incident : incident.inSeries(first.id().inSeries(number));
    }

    /** Takes notice that an incident of a series is told; the first one has the line of all. */
    void told(Incident incident) {
        var second = latest();
        var first = second.first().get();
        boolean isOfThisSecond = first != null && first.id().isInSeriesOf(incident.id());
        if (!isOfThisSecond) {
            IncidentLog.late(incident);
        } else if (second.told().incrementAndGet() == 1) {
            IncidentLog.series(incident, second.before());
        }
    }

    private Second at(long now) {
        var known = latest();
        if (now <= known.second() && known.isAbout(now)) {
            return known;
        }
        var next = known.then(now);
        if (!latest.compareAndSet(known, next)) {
            return latest();
        }
        if (next.until() == 0) {
            tellOver(known);
        }
        return next;
    }

    private Second latest() {
        return Objects.requireNonNull(latest.get());
    }

    boolean isOver(Instant now) {
        return latest().second() + LASTS_SECONDS < now.getEpochSecond();
    }

    void end() {
        tellOver(latest());
        latest.set(Second.calm(NEVER));
    }

    private static void tellOver(Second last) {
        var example = last.first().get();
        if (example != null && last.total() > 0) {
            long since = last.until() > 0 ? last.since() : last.second();
            IncidentLog.seriesOver(example, last.total(), Instant.ofEpochSecond(since));
        }
    }
}
