package org.errorpages.report;

import java.util.ArrayList;
import java.util.List;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * One throwable of the cause tree, listed after its parent.
 *
 * <p>Its parent is the nearest one before it with a smaller depth.
 *
 * @param relation how it relates to its parent
 * @param className the binary name of its class
 * @param message its redacted message, possibly empty
 * @param frames its frames, innermost first, without those shared with the parent
 * @param omittedFrames how many frames exceed the limits of a report
 * @param commonFrames how many frames it shares with its parent
 * @param depth its depth in the tree
 * @param wrapper whether it only wraps its cause: its message adds nothing, or the error map ignores it
 * @param duplicate whether it occurs elsewhere in the tree, where its frames are
 * @param omittedCauses how many of its children are left out, at least
 * @param cycles the recursion cycles in the frames, which contain each cycle once
 */
public record CauseReport(
        Relation relation,
        String className,
        String message,
        List<FrameReport> frames,
        int omittedFrames,
        int commonFrames,
        int depth,
        boolean wrapper,
        boolean duplicate,
        int omittedCauses,
        List<RecursionCycle> cycles) {

    /** How a throwable relates to its parent. */
    public enum Relation {
        THROWN,
        CAUSE,
        NEXT,
        SUPPRESSED
    }

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

    public CauseReport {
        frames = List.copyOf(frames);
        cycles = List.copyOf(cycles);
    }

    /** Returns the class name without its package, but with outer classes. */
    public String simpleName() {
        return SafeThrowable.simpleName(className);
    }

    /** Returns the source of the first frame in application code, or null. */
    public @Nullable Snippet source() {
        return frames.stream()
                .filter(FrameReport::applicationCode)
                .findFirst()
                .map(FrameReport::source)
                .orElse(null);
    }

    /**
     * Splits a tree along the path from the thrown throwable to its root cause.
     *
     * @param causes throwables, each before its children
     * @return for each throwable of the path a list of itself and its suppressed throwables
     */
    public static List<List<CauseReport>> branches(List<CauseReport> causes) {
        var branches = new ArrayList<List<CauseReport>>();
        int sideDepth = Integer.MAX_VALUE;
        for (var cause : causes) {
            boolean leavesPath = cause.relation() == Relation.SUPPRESSED || cause.duplicate();
            if (cause.depth() <= sideDepth) {
                sideDepth = leavesPath ? cause.depth() : Integer.MAX_VALUE;
            }
            if (sideDepth == Integer.MAX_VALUE) {
                branches.add(new ArrayList<>());
            }
            branches.get(branches.size() - 1).add(cause);
        }
        return branches;
    }

    /** Returns the innermost cause of a tree, which must not be empty. */
    public static CauseReport root(List<CauseReport> causes) {
        var root = causes.get(0);
        for (var branch : branches(causes)) {
            root = branch.get(0).relation() == Relation.CAUSE ? branch.get(0) : root;
        }
        return root;
    }
}
