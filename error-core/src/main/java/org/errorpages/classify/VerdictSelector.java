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
 * Selects the verdict of a cause chain: the highest rank wins, among equals the outermost throwable.
 *
 * <p>A rejected verdict never wins.
 */
final class VerdictSelector {

    private final List<Verdict> candidates = new ArrayList<>(2);
    private final boolean gateway;
    private @Nullable Verdict winner;
    private @Nullable Verdict second;
    private @Nullable Verdict rejected;

    /** Creates a selector for the throwables of a chain, outermost first, at least one. */
    VerdictSelector(List<RuleEvaluator> evaluations) {
        for (var evaluation : evaluations) {
            var verdict = evaluation.verdict();
            if (verdict != null && evaluation.isRejected()) {
                rejected = outranks(verdict, rejected) ? verdict : rejected;
            } else if (verdict != null) {
                candidates.add(verdict);
                compare(verdict);
            }
        }
        gateway = evaluations.get(evaluations.size() - 1).isGateway();
    }

    private void compare(Verdict verdict) {
        if (winner == null || outranks(verdict, winner)) {
            second = winner;
            winner = verdict;
        } else if (!verdict.reason().hasSameRuleAs(winner.reason()) && outranks(verdict, second)) {
            second = verdict;
        }
    }

    /** Returns the winner with details from the other verdicts, or the verdict for a chain that no rule matches. */
    Verdict verdict() {
        return winner == null
                ? Verdict.internalServerError(Reason.NO_RULE.withRunnerUp(runnerUp()))
                : winner.completedWith(retryAfter(winner), proxyError(winner), gateway, runnerUp());
    }

    private @Nullable Reason runnerUp() {
        var next = rejected != null && outranks(rejected, second) ? rejected : second;
        return next == null ? null : next.reason();
    }

    /** Returns the time of the winner, else that of the innermost throwable that has one, or null. */
    private @Nullable Duration retryAfter(Verdict selected) {
        var wait = selected.retryAfter();
        for (int i = candidates.size() - 1; i >= 0 && wait == null; i--) {
            wait = candidates.get(i).retryAfter();
        }
        return wait;
    }

    /** Returns the proxy error of the innermost verdict that refines the winner, else that of the winner. */
    private @Nullable String proxyError(Verdict selected) {
        for (int i = selected.faultSide() == FaultSide.UPSTREAM ? candidates.size() - 1 : -1; i >= 0; i--) {
            if (refines(candidates.get(i), selected)) {
                return candidates.get(i).proxyError();
            }
        }
        return selected.proxyError();
    }

    private static boolean refines(Verdict verdict, Verdict selected) {
        boolean exact = verdict.reason().rank() == RuleRank.EXACT;
        boolean moreSpecific =
                selected.reason().rank() == RuleRank.FALLBACK && !"proxy_internal_error".equals(verdict.proxyError());
        return verdict.proxyError() != null
                && (exact || moreSpecific)
                && verdict.status().equals(selected.status());
    }

    private static boolean outranks(Verdict verdict, @Nullable Verdict other) {
        return other == null || verdict.reason().rank().compareTo(other.reason().rank()) > 0;
    }
}
