package org.errorpages.report;

import java.util.Arrays;
import java.util.List;
import org.errorpages.report.CauseReport.Relation;
import org.errorpages.status.Suspect;

/**
 * A throwable in the tree of those that hang together.
 *
 * @param suspect the throwable
 * @param relation how it hangs on its parent
 * @param parent the place of its parent, or -1
 * @param depth how far down it is
 * @param seen whether it has a place elsewhere in the tree, so that here is nothing more of it
 * @param frames its frames, as it gives them once
 * @param omitted how many that hang on it have no place
 */
record CauseNode(
        Suspect suspect,
        Relation relation,
        int parent,
        int depth,
        boolean seen,
        List<StackTraceElement> frames,
        int omitted) {

    static CauseNode of(Suspect suspect, Relation relation, int parent, int depth) {
        return new CauseNode(suspect, relation, parent, depth, false, Arrays.asList(suspect.frames()), 0);
    }

    static CauseNode again(Suspect suspect, Relation relation, int parent, int depth) {
        return new CauseNode(suspect, relation, parent, depth, true, List.of(), 0);
    }

    CauseNode omitting(int more) {
        return new CauseNode(suspect, relation, parent, depth, seen, frames, omitted + more);
    }
}
