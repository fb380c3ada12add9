package org.errorpages.trace;

import java.util.ArrayList;
import java.util.List;
import org.errorpages.report.CauseReport.RecursionCycle;
import org.errorpages.throwable.CallCycleFinder;

/**
 * A stack trace that contains each recursion cycle once.
 *
 * @param frames the first frames, innermost first
 * @param omitted how many more frames there are
 */
record StackTraceWithoutRecursion(List<StackTraceElement> frames, List<RecursionCycle> cycles, int omitted) {

    private static final int MAX_FRAMES = 200;
    private static final int MAX_CYCLE = 40;

    /** Two equal calls are not yet a recursion. */
    private static final int MIN_TIMES = 3;

    static StackTraceWithoutRecursion of(List<StackTraceElement> trace) {
        var frames = new ArrayList<StackTraceElement>();
        var cycles = new ArrayList<RecursionCycle>();
        int next = 0;
        while (next < trace.size() && frames.size() < MAX_FRAMES) {
            int longest = Math.min(MAX_CYCLE, MAX_FRAMES - frames.size());
            int length = Math.max(1, CallCycleFinder.length(trace, next, longest, cycle -> 2 * cycle));
            int times = times(trace, next, length);
            if (times >= MIN_TIMES) {
                cycles.add(new RecursionCycle(frames.size(), length, times));
            }
            frames.addAll(trace.subList(next, next + length));
            next += times >= MIN_TIMES ? times * length : length;
        }
        return new StackTraceWithoutRecursion(frames, cycles, trace.size() - next);
    }

    /** Returns at most the first frames, without an incomplete cycle at their end. */
    StackTraceWithoutRecursion first(int count) {
        int end = cycles.stream()
                .filter(cycle -> cycle.first() < count && cycle.first() + cycle.length() > count)
                .mapToInt(RecursionCycle::first)
                .findFirst()
                .orElse(count);
        var kept = cycles.stream().filter(cycle -> cycle.first() < end).toList();
        int collapsed = cycles.stream()
                .filter(cycle -> cycle.first() >= end)
                .mapToInt(cycle -> (cycle.repetitions() - 1) * cycle.length())
                .sum();
        return new StackTraceWithoutRecursion(frames.subList(0, end), kept, omitted + frames.size() - end + collapsed);
    }

    private static int times(List<StackTraceElement> trace, int first, int length) {
        int times = 1;
        while (CallCycleFinder.recurs(trace, first + (times - 1) * length, length, length)) {
            times++;
        }
        return times;
    }
}
