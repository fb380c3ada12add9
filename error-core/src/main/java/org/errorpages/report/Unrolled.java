package org.errorpages.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The frames of a trace, innermost first, each round of a recursion once.
 *
 * @param frames those to tell
 * @param repeats the rounds among them
 * @param omitted how many more there are
 */
record Unrolled(List<StackTraceElement> frames, List<Repeat> repeats, int omitted) {

    private static final int MAX_FRAMES = 200;
    private static final int LONGEST_ROUND = 40;

    /** So often is no recursion yet. */
    private static final int MIN_TIMES = 3;

    Unrolled {
        frames = List.copyOf(frames);
        repeats = List.copyOf(repeats);
    }

    static Unrolled of(List<StackTraceElement> trace) {
        var frames = new ArrayList<StackTraceElement>();
        var repeats = new ArrayList<Repeat>();
        int next = 0;
        while (next < trace.size() && frames.size() < MAX_FRAMES) {
            int length = Math.max(1, round(trace, next, MAX_FRAMES - frames.size()));
            int times = times(trace, next, length);
            if (times >= MIN_TIMES) {
                repeats.add(new Repeat(frames.size(), length, times));
            }
            frames.addAll(trace.subList(next, next + length));
            next += times >= MIN_TIMES ? times * length : length;
        }
        return new Unrolled(frames, repeats, trace.size() - next);
    }

    /** Returns the first of these frames, without a round that is not among them whole. */
    Unrolled first(int count) {
        int end = repeats.stream()
                .filter(repeat -> repeat.first() < count && repeat.first() + repeat.length() > count)
                .mapToInt(Repeat::first)
                .findFirst()
                .orElse(count);
        var kept = repeats.stream().filter(repeat -> repeat.first() < end).toList();
        int left = repeats.stream()
                .filter(repeat -> repeat.first() >= end)
                .mapToInt(repeat -> (repeat.times() - 1) * repeat.length())
                .sum();
        return new Unrolled(frames.subList(0, end), kept, omitted + frames.size() - end + left);
    }

    /** Returns the length of the shortest round that is gone through from a frame on, or 0. */
    private static int round(List<StackTraceElement> trace, int first, int places) {
        for (int length = 1; length <= Math.min(LONGEST_ROUND, places); length++) {
            if (isSame(trace, first, length) && isSame(trace, first + length, length)) {
                return length;
            }
        }
        return 0;
    }

    private static int times(List<StackTraceElement> trace, int first, int length) {
        int times = 1;
        while (isSame(trace, first + (times - 1) * length, length)) {
            times++;
        }
        return times;
    }

    /** Returns whether the frames of a round are followed by the same again. */
    private static boolean isSame(List<StackTraceElement> trace, int first, int length) {
        if (first + 2 * length > trace.size()) {
            return false;
        }
        for (int i = first; i < first + length; i++) {
            if (!trace.get(i).equals(trace.get(i + length))) {
                return false;
            }
        }
        return true;
    }
}
