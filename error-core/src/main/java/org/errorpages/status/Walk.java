package org.errorpages.status;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from what was thrown down to the root cause, with what was learnt on it.
 *
 * <p>The first throwable that tells a side fixes it for all below. A rule of 5xx counts behind anything, one of 4xx
 * only behind transparent wrappers; what the application declares counts until a side was told. Of all findings the
 * one of the highest rank wins, among equals the outermost.
 */
final class Walk {

    private final ErrorMap map;
    private final List<Finding> admitted = new ArrayList<>();
    private final List<Finding> refused = new ArrayList<>();
    private @Nullable Side side;
    private boolean clear = true;

    Walk(ErrorMap map) {
        this.map = map;
    }

    void visit(Suspect suspect, int depth) {
        boolean behindBarrier = side != null;
        if (!behindBarrier) {
            side = map.sideOf(suspect).orElse(null);
        }
        var rule = map.ruleFor(suspect, sideHere());
        var declared = Declaration.of(suspect, rule);
        if (declared != null) {
            weigh(declared.finding(depth, sideHere()), !behindBarrier || clear);
        } else {
            rule.flatMap(found -> Finding.of(found, suspect, depth, sideHere()))
                    .ifPresent(finding -> weigh(finding, clear));
        }
        clear &= rule.map(Rule::effect)
                .filter(Effect.Transparent.class::isInstance)
                .isPresent();
    }

    Verdict verdict() {
        var winner = highest(admitted);
        if (winner == null) {
            var nothing = Because.nothing("no rule names what was thrown or what it wraps");
            return Verdict.unforeseen(nothing.against(because(highest(refused))))
                    .with(Status.INTERNAL_SERVER_ERROR, sideHere());
        }
        return winner.verdict(because(loser(winner)), refinement(winner));
    }

    private void weigh(Finding finding, boolean mayBlameTheClient) {
        boolean blames = finding.answer().disposition() != Disposition.ABORTED
                && !finding.answer().status().isServerError();
        (blames && !mayBlameTheClient ? refused : admitted).add(finding);
    }

    /** Returns what would have decided by another rule. */
    private @Nullable Finding loser(Finding winner) {
        var others = new ArrayList<>(admitted);
        others.addAll(refused);
        others.removeIf(
                finding -> finding.because().rule().equals(winner.because().rule()));
        return highest(others);
    }

    /** The exact rule farthest down names the error of a gateway best, as long as it means the same status. */
    private @Nullable Finding refinement(Finding winner) {
        Finding last = null;
        for (var finding : admitted) {
            boolean sameStatus =
                    finding.answer().status().equals(winner.answer().status());
            last = finding.refinesProxyError() && sameStatus ? finding : last;
        }
        return last;
    }

    /** Returns the outermost one of the highest rank, or null if there is none. */
    private static @Nullable Finding highest(List<Finding> findings) {
        Finding best = null;
        for (var finding : findings) {
            best = best == null || finding.outranks(best) ? finding : best;
        }
        return best;
    }

    private static @Nullable Because because(@Nullable Finding finding) {
        return finding == null ? null : finding.because();
    }

    private Side sideHere() {
        return side == null ? Side.SELF : side;
    }
}
