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
final class Walk extends Ranking {

    private static final Because NOTHING = Because.nothing("no rule names what was thrown or what it wraps");

    private final ErrorMap map;
    private final Clock clock;
    private final Circumstances circumstances;
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
        var rule = rules.all().isEmpty() ? null : decidingRule(rules, throwable, rules.evidence(throwable));
        var declared = Declaration.of(throwable, rule, map.mappers());
        if (declared != null) {
            weigh(declared.verdict(depth, sideHere()), Rank.DECLARED, !behindBarrier || clear);
        } else if (rule != null) {
            meet(rule, throwable, depth, behindBarrier);
        }
        clear &= rule != null && rule.effect() instanceof Effect.Transparent;
        return rule == null || !rule.effect().endsTheWalk();
    }

    Verdict verdict() {
        var winner = winner();
        if (winner == null) {
            return Verdict.unforeseen(NOTHING.against(loser()));
        }
        return MandatoryHeaders.check(winner.concluded(this, marked));
    }

    private @Nullable Rule decidingRule(RulesOfClass rules, Throwable throwable, StackTraceElement[] trace) {
        var telling = side == null ? rules.sideRule(throwable, trace, circumstances) : null;
        if (telling != null) {
            side = telling.setsSide();
            marked |= side == Side.UPSTREAM && telling.mode() == UpstreamMode.EXPLICIT;
        }
        return rules.decidingRule(throwable, trace, sideHere(), circumstances);
    }

    private void meet(Rule rule, Throwable throwable, int depth, boolean behindBarrier) {
        var effect = rule.effect();
        if (effect instanceof Effect.Answer answer) {
            boolean behindWrappersOnly = clear && (!behindBarrier || answer.through());
            boolean aborted = answer.disposition() == Disposition.ABORTED && !behindBarrier;
            boolean mayBlame = behindWrappersOnly || aborted || side == Side.CLIENT;
            weigh(said(answer, rule, throwable, depth), answer.rank(), mayBlame);
        } else if (effect instanceof Effect.Carrier carrier) {
            var answer = carrier.answer(Lineage.holder(rule.className(), throwable));
            if (answer != null && side != Side.UPSTREAM) {
                weigh(said(answer, rule, throwable, depth), answer.rank(), clear || side == Side.CLIENT);
            }
        } else if (effect instanceof Effect.Received received) {
            receive(received, rule, throwable, depth);
        } else if (effect instanceof Effect.Opaque) {
            weigh(said(Effect.Opaque.ANSWER, rule, throwable, depth), Rank.EXACT, true);
        }
    }

    private Verdict said(Effect.Answer answer, Rule rule, Throwable throwable, int depth) {
        var wait = answer.retryAfter().of(throwable, clock);
        return Verdict.of(answer, sideHere(), wait, Because.of(rule, throwable, depth));
    }

    /** What a server behind has answered is not ours to give: the rules say what it means for our client. */
    private void receive(Effect.Received received, Rule rule, Throwable throwable, int depth) {
        int status = received.status().read(throwable) instanceof Number number ? Math.max(number.intValue(), 0) : 0;
        // An answer that is none, or began well and broke off: what broke it off says more than its status.
        boolean broken = status < 400 && Suspect.causeOf(throwable) != null;
        if (broken && side == null && map.reads(UpstreamMode.HTTP_CLIENTS)) {
            side = Side.UPSTREAM;
        }
        var here = marked || broken ? Side.UPSTREAM : Side.SELF;
        var answered = map.answered(status, here);
        if (answered != null && answered.effect() instanceof Effect.Answer meant) {
            var answer = broken ? meant.yielding() : meant;
            var told = received.retryAfter().of(throwable, clock);
            var wait = told == null ? answer.retryAfter().of(throwable, clock) : told;
            var because = Because.of(rule, throwable, depth).by(answered);
            admit(Verdict.of(answer, here, wait, because).receiving(status), answer.rank(), here);
        }
    }

    private void weigh(Verdict verdict, Rank rank, boolean mayBlameTheClient) {
        if (mayBlameTheClient || verdict.status().isServerError()) {
            admit(verdict, rank, sideHere());
        } else {
            refuse(verdict, rank);
        }
    }

    /** Returns the side on which the last throwable stands. */
    Side sideHere() {
        if (side != null) {
            return side;
        }
        return circumstances.gateway() ? Side.UPSTREAM : Side.SELF;
    }
}
