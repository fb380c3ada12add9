package org.errorpages.throwable;

import java.util.List;
import java.util.function.IntUnaryOperator;

/** Finds calls that a recursion repeats in a stack trace. */
public final class CallCycle {

    private CallCycle() {}

    /**
     * Returns the length of the shortest cycle that begins at a call, or 0 if there is none.
     *
     * @param calls the calls or frames, innermost first
     * @param longest the longest cycle to look for
     * @param repeated the number of calls that must each recur one cycle later, by the length of the cycle
     */
    public static int length(List<?> calls, int first, int longest, IntUnaryOperator repeated) {
        for (int length = 1; length <= longest; length++) {
            if (recurs(calls, first, repeated.applyAsInt(length), length)) {
                return length;
            }
        }
        return 0;
    }

    /** Returns whether so many calls each recur a distance later. */
    public static boolean recurs(List<?> calls, int first, int count, int distance) {
        if (first + count + distance > calls.size()) {
            return false;
        }
        for (int i = first; i < first + count; i++) {
            if (!calls.get(i).equals(calls.get(i + distance))) {
                return false;
            }
        }
        return true;
    }
}
