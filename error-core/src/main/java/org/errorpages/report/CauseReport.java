package org.errorpages.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One throwable of the chain.
 *
 * @param relation how it hangs together with the one above
 * @param className the binary name of its class
 * @param message its message, redacted, perhaps empty
 * @param frames its frames, innermost first, without those it has in common with the one above
 * @param omittedFrames how many more frames there are than a report holds
 * @param commonFrames how many frames it has in common with the one above
 * @param source the source at the first frame that is the application's own, or null
 */
public record CauseReport(
        Relation relation,
        String className,
        String message,
        List<FrameReport> frames,
        int omittedFrames,
        int commonFrames,
        @Nullable Snippet source) {

    /** How a throwable hangs together with the one above. */
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
    }

    /** Returns the class name without its package; of a nested class with its outer one. */
    public String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }

    /** Returns the innermost cause of a list that is not empty. */
    public static CauseReport root(List<CauseReport> causes) {
        var root = causes.get(0);
        for (var cause : causes) {
            root = cause.relation() == Relation.CAUSE ? cause : root;
        }
        return root;
    }
}
