package org.errorpages.status;

import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What single throwables say by the rules of a map: verdicts that stand unless others of the chain are worth more. */
record Opinions(ErrorMap map, Clock clock) {

    /** Returns what a throwable says by a rule, or null. */
    @Nullable Verdict of(Throwable throwable, int depth, @Nullable Rule rule, Standing here) {
        if (rule == null) {
            return null;
        }
        if (rule.effect() instanceof Effect.Received received) {
            return received(received, throwable, here, Because.of(rule, Rank.EXACT, throwable, depth));
        }
        var answer = answer(rule, throwable, here);
        if (answer == null) {
            return null;
        }
        var wait = answer.retryAfter().of(throwable, clock);
        return Verdict.of(answer, here.side(), wait, Because.of(rule, answer.rank(), throwable, depth));
    }

    private static Effect.@Nullable Answer answer(Rule rule, Throwable throwable, Standing here) {
        var effect = rule.effect();
        if (effect instanceof Effect.Carrier carrier) {
            boolean ofAnother = here.told() == Side.UPSTREAM;
            return ofAnother ? null : carrier.answer(Lineage.holder(rule.className(), throwable));
        }
        if (effect instanceof Effect.Opaque) {
            return Effect.Opaque.ANSWER;
        }
        return effect instanceof Effect.Answer answer ? answer : null;
    }

    /**
     * Returns whether what a throwable says by a rule may blame the client.
     *
     * @param barrier whether one above has told a side
     */
    static boolean mayBlame(@Nullable Rule rule, Standing here, boolean barrier) {
        var effect = rule == null ? null : rule.effect();
        if (effect instanceof Effect.Answer answer) {
            boolean behindWrappersOnly = here.clear() && (!barrier || answer.through());
            boolean aborted = answer.disposition() == Disposition.ABORTED && !barrier;
            return behindWrappersOnly || aborted || here.told() == Side.CLIENT;
        }
        return !(effect instanceof Effect.Carrier) || here.clear() || here.told() == Side.CLIENT;
    }

    /** Returns where one stands after a throwable: an answer that is none, or that broke off, is the server's behind. */
    Standing after(Throwable throwable, @Nullable Rule rule, Standing here) {
        boolean brokenOff = rule != null
                && rule.effect() instanceof Effect.Received received
                && here.told() == null
                && map.reads(UpstreamMode.HTTP_CLIENTS)
                && isBroken(throwable, received.statusOf(throwable));
        return brokenOff ? here.upstream() : here;
    }

    /** What a server behind has answered is not ours to give: the rules say what it means for our client. */
    private @Nullable Verdict received(Effect.Received received, Throwable throwable, Standing here, Because because) {
        int status = received.statusOf(throwable);
        boolean broken = isBroken(throwable, status);
        var side = here.marked() || broken ? Side.UPSTREAM : Side.SELF;
        var meaning = map.answered(status, side);
        if (meaning == null || !(meaning.effect() instanceof Effect.Answer meant)) {
            return null;
        }
        var answer = broken ? meant.yielding() : meant;
        var told = received.retryAfter().of(throwable, clock);
        var wait = told == null ? answer.retryAfter().of(throwable, clock) : told;
        return Verdict.of(answer, side, wait, because.by(meaning, answer.rank()))
                .receiving(status);
    }

    /** An answer that is none, or began well and broke off: what broke it off says more than its status. */
    private static boolean isBroken(Throwable throwable, int status) {
        return status < 400 && Suspect.causeOf(throwable) != null;
    }
}
