package org.errorpages.trace;

import java.util.ArrayList;
import java.util.List;
import org.errorpages.report.RecursionCycle;
import org.errorpages.throwable.CallCycle;

/**
 * The frames of a trace, innermost first, each round of a recursion once.
 *
 * @param frames those to tell
 * @param repeats the rounds among them
 * @param omitted how many more there are
 */
record CollapsedTrace(List<StackTraceElement> frames, List<RecursionCycle> repeats, int omitted) {

    private static final int MAX_FRAMES = 200;
    private static final int LONGEST_ROUND = 40;

    /** So often is no recursion yet. */
    private static final int MIN_TIMES = 3;

    CollapsedTrace {
        frames = List.copyOf(frames);
        repeats = List.copyOf(repeats);
    }

    static CollapsedTrace of(List<StackTraceElement> trace) {
        var frames = new ArrayList<StackTraceElement>();
        var repeats = new ArrayList<RecursionCycle>();
        int next = 0;
        while (next < trace.size() && frames.size() < MAX_FRAMES) {
            int longest = Math.min(LONGEST_ROUND, MAX_FRAMES - frames.size());
            int length = Math.max(1, CallCycle.length(trace, next, longest, round -> 2 * round));
            int times = times(trace, next, length);
            if (times >= MIN_TIMES) {
                repeats.add(new RecursionCycle(frames.size(), length, times));
            }
            frames.addAll(trace.subList(next, next + length));
            next += times >= MIN_TIMES ? times * length : length;
        }
        return new CollapsedTrace(frames, repeats, trace.size() - next);
    }

    /** Returns the first of these frames, without a round that is not among them whole. */
    CollapsedTrace first(int count) {
        int end = repeats.stream()
                .filter(repeat -> repeat.first() < count && repeat.first() + repeat.length() > count)
                .mapToInt(RecursionCycle::first)
                .findFirst()
                .orElse(count);
        var kept = repeats.stream().filter(repeat -> repeat.first() < end).toList();
        int left = repeats.stream()
                .filter(repeat -> repeat.first() >= end)
                .mapToInt(repeat -> (repeat.times() - 1) * repeat.length())
                .sum();
        return new CollapsedTrace(frames.subList(0, end), kept, omitted + frames.size() - end + left);
    }

    private static int times(List<StackTraceElement> trace, int first, int length) {
        int times = 1;
        while (CallCycle.recurs(trace, first + (times - 1) * length, length, length)) {
            times++;
        }
        return times;
    }
}
