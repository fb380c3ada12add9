package org.errorpages.report;

/**
 * A round of calls that a recursion goes through again and again; the frames of a report hold it once.
 *
 * @param first the place of its first frame among those of the report
 * @param length how many frames a round has
 * @param times how often it was gone through, more than once
 */
public record RecursionCycle(int first, int length, int times) {

    public RecursionCycle {
        if (first < 0 || length < 1 || times < 2) {
            throw new IllegalArgumentException(length + " frames from " + first + ", " + times + " times");
        }
    }
}
