package org.errorpages.report;

/**
 * A cycle of calls in a recursion; a report contains its frames once.
 *
 * @param first the index of its first frame in the report
 * @param length the number of frames in one cycle
 * @param repetitions how often the cycle occurs, at least twice
 */
public record RecursionCycle(int first, int length, int repetitions) {

    public RecursionCycle {
        if (first < 0 || length < 1 || repetitions < 2) {
            throw new IllegalArgumentException(length + " frames from " + first + ", " + repetitions + " times");
        }
    }
}
