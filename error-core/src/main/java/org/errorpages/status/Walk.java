package org.errorpages.status;

import java.time.Clock;
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
    private final Clock clock;
    private final boolean gateway;
    private final List<Finding> admitted = new ArrayList<>();
    private final List<Finding> refused = new ArrayList<>();
    private @Nullable Side side;
    private boolean marked;
    private boolean clear = true;

    Walk(ErrorMap map, Clock clock, boolean gateway) {
        this.map = map;
        this.clock = clock;
        this.gateway = gateway;
        this.marked = gateway;
    }

    /** Takes notice of a throwable; returns whether what it wraps has a say. */
    boolean visit(Suspect suspect, int depth) {
        boolean behindBarrier = side != null;
        if (!behindBarrier) {
            map.sideRule(suspect).ifPresent(this::tellSide);
        }
        var rule = map.ruleFor(suspect, sideHere());
        var declared = Declaration.of(suspect, rule, map.mappers());
        if (declared != null) {
            weigh(declared.finding(depth, sideHere()), !behindBarrier || clear);
        } else {
            rule.ifPresent(found -> meet(found, suspect, depth, behindBarrier));
        }
        var effect = rule.map(Rule::effect).orElse(null);
        clear &= effect instanceof Effect.Transparent;
        return !(effect instanceof Effect.Opaque);
    }

    Verdict verdict() {
        var winner = highest(admitted, null);
        if (winner == null) {
            var nothing = Because.nothing("no rule names what was thrown or what it wraps");
            return Verdict.unforeseen(nothing.against(because(highest(refused, null))));
        }
        return MandatoryHeaders.check(winner.verdict(because(loser(winner)), refinement(winner), marked));
    }

    private void tellSide(Rule rule) {
        side = rule.setsSide();
        marked |= side == Side.UPSTREAM && rule.mode() == UpstreamMode.EXPLICIT;
    }

    private void meet(Rule rule, Suspect suspect, int depth, boolean behindBarrier) {
        var effect = rule.effect();
        if (effect instanceof Effect.Answer answer) {
            boolean behindWrappersOnly = clear && (!behindBarrier || answer.through());
            boolean aborted = answer.disposition() == Disposition.ABORTED && !behindBarrier;
            boolean mayBlame = behindWrappersOnly || aborted || side == Side.CLIENT;
            weigh(Finding.of(answer, rule, suspect, depth, sideHere()), mayBlame);
        } else if (effect instanceof Effect.Carrier carrier) {
            var finding = Finding.carried(carrier, rule, suspect, depth, sideHere());
            if (finding != null && side != Side.UPSTREAM) {
                weigh(finding, clear || side == Side.CLIENT);
            }
        } else if (effect instanceof Effect.Received received) {
            receive(received, rule, suspect, depth);
        } else if (effect instanceof Effect.Opaque) {
            weigh(Finding.opaque(rule, suspect, depth, sideHere()), true);
        }
    }

    /** What a server behind has answered is not ours to give: the rules say what it means for our client. */
    private void receive(Effect.Received received, Rule rule, Suspect suspect, int depth) {
        int status = received.status().read(suspect.throwable()) instanceof Number number ? number.intValue() : 0;
        if (status <= 0) {
            return;
        }
        // An answer that began well and broke off: what broke it off says more than its status.
        boolean broken = status < 400 && suspect.cause() != null;
        if (broken && side == null && map.reads(UpstreamMode.HTTP_CLIENTS)) {
            side = Side.UPSTREAM;
        }
        var here = marked || broken ? Side.UPSTREAM : Side.SELF;
        map.answered(status, here).ifPresent(answered -> {
            var wait = received.retryAfter().of(suspect.throwable(), clock.instant());
            var finding = Finding.received(answered, rule, suspect, depth, here).waiting(wait);
            admitted.add(broken ? finding.yielding() : finding);
        });
    }

    private void weigh(Finding finding, boolean mayBlameTheClient) {
        var told = finding.withWaitOf(clock);
        boolean blames = !told.answer().status().isServerError();
        (blames && !mayBlameTheClient ? refused : admitted).add(told);
    }

    /** Returns what would have decided by another rule. */
    private @Nullable Finding loser(Finding winner) {
        return higher(highest(admitted, winner), highest(refused, winner));
    }

    /** The exact rule farthest down names the error of a gateway best, as long as it means the same status. */
    private @Nullable Finding refinement(Finding winner) {
        Finding last = null;
        for (var finding : admitted) {
            last = finding.refines(winner) ? finding : last;
        }
        return last;
    }

    /** Returns the outermost one of the highest rank by another rule than that of one, or null if there is none. */
    private static @Nullable Finding highest(List<Finding> findings, @Nullable Finding except) {
        Finding best = null;
        for (var finding : findings) {
            boolean other = except == null
                    || !finding.because().rule().equals(except.because().rule());
            best = other ? higher(best, finding) : best;
        }
        return best;
    }

    private static @Nullable Finding higher(@Nullable Finding first, @Nullable Finding second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return second.outranks(first) ? second : first;
    }

    private static @Nullable Because because(@Nullable Finding finding) {
        return finding == null ? null : finding.because();
    }

    /** Returns whether a rule of the throwable holds and must not blame the client. */
    boolean refused(int depth) {
        return refused.stream().anyMatch(finding -> finding.because().depth() == depth);
    }

    /** Returns the side on which the last throwable stands. */
    Side sideHere() {
        if (side != null) {
            return side;
        }
        return gateway ? Side.UPSTREAM : Side.SELF;
    }
}
