package org.errorpages.classify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.errorpages.status.FaultSide;
import org.errorpages.status.Reason;
import org.errorpages.status.RuleRank;
import org.errorpages.status.Verdict;
import org.jspecify.annotations.Nullable;

/** Selects the verdict of a cause chain: the highest rank wins, among equals the outermost throwable. */
final class VerdictSelector {

    private VerdictSelector() {}

    /** Returns the winner with details from the other verdicts; a rejected verdict never wins. */
    static Verdict select(List<RuleEvaluator> evaluations) {
        var candidates = new ArrayList<Verdict>(2);
        @Nullable Verdict winner = null;
        @Nullable Verdict second = null;
        @Nullable Verdict rejected = null;
        for (var evaluation : evaluations) {
            var verdict = evaluation.verdict();
            if (verdict != null && evaluation.isRejected()) {
                rejected = outranks(verdict, rejected) ? verdict : rejected;
            } else if (verdict != null) {
                candidates.add(verdict);
                if (winner == null || outranks(verdict, winner)) {
                    second = winner;
                    winner = verdict;
                } else if (!verdict.reason().hasSameRuleAs(winner.reason()) && outranks(verdict, second)) {
                    second = verdict;
                }
            }
        }
        var other = rejected != null && outranks(rejected, second) ? rejected : second;
        var runnerUp = other == null ? null : other.reason();
        if (winner == null) {
            return Verdict.internalServerError(Reason.NO_RULE.withRunnerUp(runnerUp));
        }
        boolean gateway = evaluations.get(evaluations.size() - 1).isGateway();
        return winner.completedWith(retryAfter(winner, candidates), proxyError(winner, candidates), gateway, runnerUp);
    }

    /** Returns the time of the winner, else that of the innermost throwable that has one, or null. */
    private static @Nullable Duration retryAfter(Verdict winner, List<Verdict> candidates) {
        var wait = winner.retryAfter();
        for (int i = candidates.size() - 1; i >= 0 && wait == null; i--) {
            wait = candidates.get(i).retryAfter();
        }
        return wait;
    }

    /** Returns the proxy error of the innermost verdict that refines the winner, else that of the winner. */
    private static @Nullable String proxyError(Verdict winner, List<Verdict> candidates) {
        var error = winner.proxyError();
        for (var verdict : candidates) {
            error = refines(verdict, winner) ? verdict.proxyError() : error;
        }
        return error;
    }

    private static boolean refines(Verdict verdict, Verdict winner) {
        boolean exact = verdict.reason().rank() == RuleRank.EXACT;
        boolean moreSpecific =
                winner.reason().rank() == RuleRank.FALLBACK && !"proxy_internal_error".equals(verdict.proxyError());
        return winner.faultSide() == FaultSide.UPSTREAM
                && verdict.proxyError() != null
                && (exact || moreSpecific)
                && verdict.status().equals(winner.status());
    }

    private static boolean outranks(Verdict verdict, @Nullable Verdict other) {
        return other == null || verdict.reason().rank().compareTo(other.reason().rank()) > 0;
    }
}
