package org.errorpages.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * One throwable of the tree of those that hang together. It hangs on the nearest one before it that is less deep.
 *
 * @param relation how it hangs on that one
 * @param className the binary name of its class
 * @param message its message, redacted, perhaps empty
 * @param frames its frames, innermost first, without those it has in common with the one it hangs on
 * @param omittedFrames how many more frames there are than a report holds
 * @param commonFrames how many frames it has in common with the one it hangs on
 * @param depth how far down the tree it is
 * @param wrapper whether it only wraps its cause: it says nothing beyond it, or is known to decide nothing
 * @param seenAbove whether the same throwable has another place in the tree, where its frames are
 * @param omittedCauses how many that hang on it are left out, at least
 * @param repeats the rounds of a recursion among the frames, which hold each once
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
        boolean seenAbove,
        int omittedCauses,
        List<RecursionCycle> repeats) {

    /** How a throwable hangs on the one above. */
    public enum Relation {
        THROWN,
        CAUSE,
        NEXT,
        SUPPRESSED
    }

    public CauseReport {
        Objects.requireNonNull(relation);
        Objects.requireNonNull(className);
        Objects.requireNonNull(message);
        frames = List.copyOf(frames);
        repeats = List.copyOf(repeats);
    }

    /** Returns the class name without its package; of a nested class with its outer one. */
    public String simpleName() {
        return SafeThrowable.simpleName(className);
    }

    /** Returns the source at the first frame that is the application's own, or null. */
    public @Nullable Snippet source() {
        return frames.stream()
                .filter(FrameReport::applicationCode)
                .findFirst()
                .map(FrameReport::source)
                .orElse(null);
    }

    /**
     * Returns the throwables that lead from what was thrown to its root, each with what hangs on it besides.
     *
     * @param causes throwables, each before those that hang on it
     */
    public static List<List<CauseReport>> branches(List<CauseReport> causes) {
        var branches = new ArrayList<List<CauseReport>>();
        int side = Integer.MAX_VALUE;
        for (var cause : causes) {
            boolean leaves = cause.relation() == Relation.SUPPRESSED || cause.seenAbove();
            if (cause.depth() <= side) {
                side = leaves ? cause.depth() : Integer.MAX_VALUE;
            }
            if (side == Integer.MAX_VALUE) {
                branches.add(new ArrayList<>());
            }
            branches.get(branches.size() - 1).add(cause);
        }
        return branches;
    }

    /** Returns the innermost cause of throwables that are not none. */
    public static CauseReport root(List<CauseReport> causes) {
        var root = causes.get(0);
        for (var branch : branches(causes)) {
            root = branch.get(0).relation() == Relation.CAUSE ? branch.get(0) : root;
        }
        return root;
    }
}
