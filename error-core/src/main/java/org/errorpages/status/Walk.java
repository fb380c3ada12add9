package org.errorpages.status;

import java.time.Clock;
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
    private final Circumstances circumstances;
    private final Ranking ranking = new Ranking();
    private @Nullable Side side;
    private boolean marked;
    private boolean clear = true;

    Walk(ErrorMap map, Clock clock, Circumstances circumstances) {
        this.map = map;
        this.clock = clock;
        this.circumstances = circumstances;
        this.marked = circumstances.gateway();
    }

    /** Takes notice of a throwable; returns whether what it wraps has a say. */
    boolean visit(Throwable throwable, int depth) {
        boolean behindBarrier = side != null;
        var rules = map.rulesOf(throwable.getClass());
        var rule = rules.all().isEmpty() ? null : decidingRule(rules, rules.suspect(throwable));
        var declared = Declaration.of(throwable, rule, map.mappers());
        if (declared != null) {
            weigh(declared.finding(depth, sideHere()), !behindBarrier || clear);
        } else if (rule != null) {
            meet(rule, throwable, depth, behindBarrier);
        }
        clear &= rule != null && rule.effect() instanceof Effect.Transparent;
        return rule == null || !rule.effect().endsTheWalk();
    }

    Verdict verdict() {
        var winner = ranking.winner();
        if (winner == null) {
            var nothing = Because.nothing("no rule names what was thrown or what it wraps");
            return Verdict.unforeseen(nothing.against(because(ranking.loser())));
        }
        var loser = because(ranking.loser());
        var wait = winner.answer().status().allowsRetryAfter() ? ranking.retryAfter(clock) : null;
        return MandatoryHeaders.check(winner.verdict(loser, ranking.refinement(), marked, wait));
    }

    private @Nullable Rule decidingRule(RulesOfClass rules, Suspect suspect) {
        var telling = side == null ? rules.sideRule(suspect, circumstances) : null;
        if (telling != null) {
            side = telling.setsSide();
            marked |= side == Side.UPSTREAM && telling.mode() == UpstreamMode.EXPLICIT;
        }
        return rules.decidingRule(suspect, sideHere(), circumstances);
    }

    private void meet(Rule rule, Throwable throwable, int depth, boolean behindBarrier) {
        var effect = rule.effect();
        if (effect instanceof Effect.Answer answer) {
            boolean behindWrappersOnly = clear && (!behindBarrier || answer.through());
            boolean aborted = answer.disposition() == Disposition.ABORTED && !behindBarrier;
            boolean mayBlame = behindWrappersOnly || aborted || side == Side.CLIENT;
            weigh(Finding.of(answer, rule, throwable, depth, sideHere()), mayBlame);
        } else if (effect instanceof Effect.Carrier carrier) {
            var finding = Finding.carried(carrier, rule, throwable, depth, sideHere());
            if (finding != null && side != Side.UPSTREAM) {
                weigh(finding, clear || side == Side.CLIENT);
            }
        } else if (effect instanceof Effect.Received received) {
            receive(received, rule, throwable, depth);
        } else if (effect instanceof Effect.Opaque) {
            weigh(Finding.opaque(rule, throwable, depth, sideHere()), true);
        }
    }

    /** What a server behind has answered is not ours to give: the rules say what it means for our client. */
    private void receive(Effect.Received received, Rule rule, Throwable throwable, int depth) {
        int told = received.status().read(throwable) instanceof Number number ? number.intValue() : 0;
        int status = Math.max(told, 0);
        // An answer that is none, or began well and broke off: what broke it off says more than its status.
        boolean broken = status < 400 && Suspect.causeOf(throwable) != null;
        if (broken && side == null && map.reads(UpstreamMode.HTTP_CLIENTS)) {
            side = Side.UPSTREAM;
        }
        var here = marked || broken ? Side.UPSTREAM : Side.SELF;
        var answered = map.answered(status, here);
        if (answered != null && answered.effect() instanceof Effect.Answer meant) {
            var answer = broken ? meant.yielding() : meant;
            var wait = received.retryAfter().of(throwable, clock.instant());
            ranking.admit(new Finding(
                    answer,
                    throwable,
                    depth,
                    Side.of(answer.status(), here),
                    rule,
                    new ReceivedAnswer(status, wait, answered),
                    null));
        }
    }

    private void weigh(Finding finding, boolean mayBlameTheClient) {
        if (mayBlameTheClient || finding.answer().status().isServerError()) {
            ranking.admit(finding);
        } else {
            ranking.refuse(finding);
        }
    }

    private static @Nullable Because because(@Nullable Finding finding) {
        return finding == null ? null : finding.because();
    }

    /** Returns whether a rule of the throwable holds and must not blame the client. */
    boolean refused(int depth) {
        return ranking.hasRefused(depth);
    }

    /** Returns the side on which the last throwable stands. */
    Side sideHere() {
        if (side != null) {
            return side;
        }
        return circumstances.gateway() ? Side.UPSTREAM : Side.SELF;
    }
}
