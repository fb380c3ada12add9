package org.errorpages.classify;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.errorpages.status.Disposition;
import org.errorpages.status.FaultSide;
import org.errorpages.status.Reason;
import org.errorpages.status.RuleRank;
import org.errorpages.status.UpstreamMode;
import org.errorpages.status.Verdict;
import org.errorpages.throwable.SafeThrowable;
import org.errorpages.throwable.TypeHierarchy;
import org.jspecify.annotations.Nullable;

/** Evaluates rules: the verdict that a single throwable yields, before it competes with those of the other throwables. */
record RuleEvaluator(ErrorMap map, Clock clock) {

    /** Returns the verdict that a rule yields for a throwable, or null. */
    @Nullable
    Verdict of(Throwable throwable, int depth, @Nullable Rule rule, ChainState here) {
        if (rule == null) {
            return null;
        }
        if (rule.effect() instanceof RuleEffect.Received received) {
            return ofUpstreamStatus(received, rule, throwable, depth, here);
        }
        var answer = answer(rule, throwable, here);
        if (answer == null) {
            return null;
        }
        var wait = answer.retryAfter().of(throwable, clock);
        return verdict(answer, here.side(), wait, 0, because(rule, answer.rank(), throwable, depth));
    }

    private static RuleEffect.@Nullable Answer answer(Rule rule, Throwable throwable, ChainState here) {
        if (rule.effect() instanceof RuleEffect.Carrier carrier) {
            // Below a client of HTTP the status is that of the upstream response, not ours.
            return here.told() == FaultSide.UPSTREAM
                    ? null
                    : carrier.answer(TypeHierarchy.holder(rule.className(), throwable));
        }
        return rule.effect() instanceof RuleEffect.Answer answer ? answer : null;
    }

    /**
     * Returns whether a throwable may blame the client by a rule.
     *
     * @param barrier whether an outer throwable has set the side
     */
    static boolean mayBlame(@Nullable Rule rule, ChainState here, boolean barrier) {
        var effect = rule == null ? null : rule.effect();
        if (effect instanceof RuleEffect.Answer answer) {
            boolean behindWrappersOnly = here.clear() && (!barrier || answer.anySide());
            boolean aborted = answer.disposition() == Disposition.ABORTED && !barrier;
            return behindWrappersOnly || aborted || here.told() == FaultSide.CLIENT;
        }
        return !(effect instanceof RuleEffect.Carrier) || here.clear() || here.told() == FaultSide.CLIENT;
    }

    /** Returns the state after a throwable. A truncated or non-error upstream response moves the fault upstream. */
    ChainState after(Throwable throwable, @Nullable Rule rule, ChainState here) {
        boolean broken = rule != null
                && rule.effect() instanceof RuleEffect.Received received
                && here.told() == null
                && UpstreamMode.HTTP_CLIENTS.compareTo(map.mode()) <= 0
                && isBroken(throwable, received.statusOf(throwable));
        return broken ? here.upstream() : here;
    }

    /** The status of an upstream response is not passed on: a second rule maps it to one for our client. */
    private @Nullable Verdict ofUpstreamStatus(
            RuleEffect.Received received, Rule rule, Throwable throwable, int depth, ChainState here) {
        int status = received.statusOf(throwable);
        boolean broken = isBroken(throwable, status);
        var side = here.marked() || broken ? FaultSide.UPSTREAM : FaultSide.SELF;
        var second = map.upstreamStatusRule(status, side);
        if (second == null || !(second.effect() instanceof RuleEffect.Answer mapped)) {
            return null;
        }
        var answer = broken ? mapped.yielding() : mapped;
        var given = received.retryAfter().of(throwable, clock);
        var wait = given == null ? answer.retryAfter().of(throwable, clock) : given;
        var because = new Reason(
                throwable.getClass().getName(),
                depth,
                rule + ", " + second,
                answer.rank(),
                second.source().toString(),
                null);
        return verdict(answer, side, wait, status, because);
    }

    /** The response is missing, or a success that was cut short: the cause of the throwable explains it better. */
    private static boolean isBroken(Throwable throwable, int status) {
        return status < 400 && SafeThrowable.causeOf(throwable) != null;
    }

    private static Reason because(Rule rule, RuleRank rank, Throwable throwable, int depth) {
        var className = throwable.getClass().getName();
        return new Reason(className, depth, rule.toString(), rank, rule.source().toString(), null);
    }

    private static Verdict verdict(
            RuleEffect.Answer answer, FaultSide side, @Nullable Duration wait, int received, Reason because) {
        return new Verdict(
                answer.status(),
                FaultSide.of(answer.status(), side),
                answer.disposition(),
                wait,
                side == FaultSide.UPSTREAM ? answer.proxyError() : null,
                received,
                false,
                Map.of(),
                null,
                because);
    }
}
