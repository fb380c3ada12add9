package org.errorpages.status;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one walk, kept as far as they matter: who wins, who comes next, who had no right to win.
 *
 * <p>A failure has one or two findings. Nothing is kept in a collection but what names errors of a gateway, and that only
 * from the second one on.
 */
final class Ranking {

    private @Nullable Finding winner;
    private @Nullable Finding second;
    private @Nullable Finding refused;
    private @Nullable Finding offering;
    private @Nullable Finding named;
    private @Nullable List<Finding> namedBelow;
    private long refusedDepths;

    /** Takes a finding that may decide; of those of the same rank the first one counts. */
    void admit(Finding finding) {
        if (winner == null || finding.outranks(winner)) {
            second = winner == null ? null : winner;
            winner = finding;
        } else if (!finding.isByTheRuleOf(winner) && (second == null || finding.outranks(second))) {
            second = finding;
        }
        offering = finding.offersRetry() ? finding : offering;
        if (finding.namesProxyError()) {
            name(finding);
        }
    }

    /** Takes a finding that would blame the client without enough evidence. */
    void refuse(Finding finding) {
        refusedDepths |= 1L << finding.depth();
        refused = refused == null || finding.outranks(refused) ? finding : refused;
    }

    boolean hasRefused(int depth) {
        return (refusedDepths >> depth & 1) == 1;
    }

    @Nullable Finding winner() {
        return winner;
    }

    /** Returns what would have decided, had it not been for the winner's rule. */
    @Nullable Finding loser() {
        boolean refusedCounts = refused != null && (second == null || refused.outranks(second));
        return refusedCounts ? refused : second;
    }

    /** Returns when to come again: what the winner says, or else the deepest finding that says anything. */
    @Nullable Duration retryAfter(Clock clock) {
        if (winner == null || offering == null) {
            return null;
        }
        var now = clock.instant();
        return winner.offersRetry() ? winner.retryAfter(now) : offering.retryAfter(now);
    }

    /** The exact rule farthest down names the error of a gateway best, as long as it means the same status. */
    @Nullable Finding refinement() {
        if (winner == null || namedBelow == null) {
            return winner != null && named != null && named.refines(winner) ? named : null;
        }
        for (int i = namedBelow.size() - 1; i >= 0; i--) {
            if (namedBelow.get(i).refines(winner)) {
                return namedBelow.get(i);
            }
        }
        return null;
    }

    private void name(Finding finding) {
        if (named == null) {
            named = finding;
            return;
        }
        if (namedBelow == null) {
            namedBelow = new ArrayList<>();
            namedBelow.add(named);
        }
        namedBelow.add(finding);
    }
}
