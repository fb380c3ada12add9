package org.errorpages.classify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.errorpages.status.FaultSide;
import org.errorpages.status.Reason;
import org.errorpages.status.RuleRank;
import org.errorpages.status.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What several throwables of one chain say, kept as far as it matters: which verdict wins, which comes next, which has no
 * right to win.
 */
final class VerdictSelector {

    private @Nullable Verdict winner;
    private @Nullable Verdict second;
    private @Nullable Verdict refused;
    private final List<Verdict> named = new ArrayList<>();
    private @Nullable Duration deepestWait;

    /** Creates a ranking of what one throwable has said, if any has. */
    VerdictSelector(@Nullable Verdict first) {
        if (first != null) {
            admit(first);
        }
    }

    /**
     * Takes what a throwable says.
     *
     * @param mustNotStand whether it would blame the client without enough evidence
     */
    void take(Verdict said, boolean mustNotStand) {
        if (!mustNotStand) {
            admit(said);
        } else if (refused == null || outranks(said, refused)) {
            refused = said;
        }
    }

    /** Returns the verdict that stands, with what the others add. */
    Verdict verdict(boolean marked) {
        return winner == null
                ? Verdict.unforeseen(Reason.NO_RULE.withRunnerUp(loser()))
                : winner.completedWith(wait(winner), proxyError(winner), marked, loser());
    }

    /** Takes a verdict that may stand; of those of the same rank the first one counts. */
    private void admit(Verdict verdict) {
        if (winner == null || outranks(verdict, winner)) {
            second = winner;
            winner = verdict;
        } else if (!verdict.reason().hasSameRuleAs(winner.reason())
                && (second == null || outranks(verdict, second))) {
            second = verdict;
        }
        deepestWait = verdict.retryAfter() == null ? deepestWait : verdict.retryAfter();
        if (verdict.proxyError() != null) {
            named.add(verdict);
        }
    }

    /** Returns why another verdict would stand, had it not been for the winner's rule, or null. */
    private @Nullable Reason loser() {
        var next = refused != null && (second == null || outranks(refused, second)) ? refused : second;
        return next == null ? null : next.reason();
    }

    /** Returns when to come again: what the winner says, or else the deepest that says anything, or null. */
    private @Nullable Duration wait(Verdict standing) {
        return standing.retryAfter() == null ? deepestWait : standing.retryAfter();
    }

    /** Returns how the error of a gateway is named: the exact rule farthest down does so best, if it means the same. */
    private @Nullable String proxyError(Verdict standing) {
        for (int i = standing.faultSide() == FaultSide.UPSTREAM ? named.size() - 1 : -1; i >= 0; i--) {
            if (refines(named.get(i), standing)) {
                return named.get(i).proxyError();
            }
        }
        return standing.proxyError();
    }

    private static boolean refines(Verdict verdict, Verdict standing) {
        boolean vague =
                standing.reason().rank() == RuleRank.FALLBACK && !"proxy_internal_error".equals(verdict.proxyError());
        boolean exact = verdict.reason().rank() == RuleRank.EXACT;
        return (exact || vague) && verdict.status().equals(standing.status());
    }

    private static boolean outranks(Verdict verdict, Verdict other) {
        return verdict.reason().rank().compareTo(other.reason().rank()) > 0;
    }
}
