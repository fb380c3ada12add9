package org.errorpages.status;

import java.util.Optional;
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
    private @Nullable Side side;
    private boolean clear = true;
    private @Nullable Finding best;
    private @Nullable Finding second;
    private @Nullable Finding refinement;

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
        if (best == null) {
            var nothing = Because.nothing("no rule names what was thrown or what it wraps");
            return Verdict.unforeseen(nothing.against(second == null ? null : second.because()))
                    .with(Status.INTERNAL_SERVER_ERROR, sideHere());
        }
        return best.verdict(Optional.ofNullable(second).map(Finding::because), Optional.ofNullable(refinement));
    }

    private void weigh(Finding finding, boolean mayBlameTheClient) {
        if (!finding.answer().status().isServerError()
                && !mayBlameTheClient
                && finding.answer().disposition() != Disposition.ABORTED) {
            lose(finding);
        } else if (best == null || finding.outranks(best)) {
            if (best != null) {
                lose(best);
            }
            best = finding;
        } else {
            lose(finding);
        }
        if (finding.refinesProxyError()) {
            refinement = finding;
        }
    }

    private void lose(Finding finding) {
        if (second == null || finding.outranks(second)) {
            second = finding;
        }
    }

    private Side sideHere() {
        return side == null ? Side.SELF : side;
    }
}
