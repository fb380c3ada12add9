package org.errorpages.throwable;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Finds the calls that a recursion repeats in a stack trace. */
public final class CallCycleFinder {

    private CallCycleFinder() {}

    /**
     * Returns the length of the shortest cycle that begins at a call, or 0 if there is none.
     *
     * @param calls the calls or frames, innermost first
     * @param longest the longest cycle to look for
     * @param repeated maps the length of a cycle to the number of calls that must recur one cycle later
     */
    public static int length(List<?> calls, int first, int longest, IntUnaryOperator repeated) {
        return IntStream.rangeClosed(1, longest)
                .filter(length -> recurs(calls, first, repeated.applyAsInt(length), length))
                .findFirst()
                .orElse(0);
    }

    /** Returns whether each of {@code count} calls recurs {@code distance} calls later. */
    public static boolean recurs(List<?> calls, int first, int count, int distance) {
        return first + count + distance <= calls.size()
                && IntStream.range(first, first + count)
                        .allMatch(i -> calls.get(i).equals(calls.get(i + distance)));
    }
}
