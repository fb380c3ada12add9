package org.errorpages.status;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule that one throwable of the chain met.
 *
 * @param answer what the rule says
 * @param suspect the throwable
 * @param side the side on which the throwable stands
 * @param retryAfter when to come again, as far as it is read already, or null
 * @param headers header fields that go with the status
 * @param publicDetail a sentence of the application that anyone may read, or null
 * @param because why
 */
record Finding(
        Effect.Answer answer,
        Suspect suspect,
        Side side,
        @Nullable Duration retryAfter,
        Map<String, String> headers,
        @Nullable String publicDetail,
        Because because) {

    static Finding of(Effect.Answer answer, Rule rule, Suspect suspect, int depth, Side side) {
        return new Finding(answer, suspect, side, null, Map.of(), null, because(rule, suspect, depth));
    }

    /** Returns the finding of a status that the throwable holds itself, or null if it holds none of an error. */
    static @Nullable Finding carried(Effect.Carrier carrier, Rule rule, Suspect suspect, int depth, Side side) {
        int status = carrier.statusOf(Lineage.holder(rule.className(), suspect.throwable()));
        if (!Status.isError(status)) {
            return null;
        }
        return of(answer(Status.of(status), Rank.DECLARED, carrier.retryAfter()), rule, suspect, depth, side);
    }

    static Finding opaque(Rule rule, Suspect suspect, int depth, Side side) {
        return of(answer(Status.INTERNAL_SERVER_ERROR, Rank.EXACT, RetryAfter.UNKNOWN), rule, suspect, depth, side);
    }

    /** Returns the finding of what a server behind has answered, by the rule for that. */
    static Finding received(Rule answered, Rule rule, Suspect suspect, int depth, Side side) {
        var because = new Because(
                suspect.className(),
                depth,
                rule + ", " + answered,
                answered.source().toString(),
                null);
        var answer = (Effect.Answer) answered.effect();
        return new Finding(answer, suspect, Side.of(answer.status(), side), null, Map.of(), null, because);
    }

    /** Returns this finding with a wait, unless it is null. */
    Finding waiting(@Nullable Duration known) {
        var fixed = answer.retryAfter().fixed();
        return new Finding(answer, suspect, side, known == null ? fixed : known, headers, publicDetail, because);
    }

    /** Returns this finding with the wait that the rule names or the throwable tells. */
    Finding withWaitOf(Clock clock) {
        return retryAfter != null || answer.retryAfter().equals(RetryAfter.UNKNOWN)
                ? this
                : waiting(answer.retryAfter().of(suspect.throwable(), clock.instant()));
    }

    /** Returns this finding as one that gives way to whatever the causes say. */
    Finding yielding() {
        var weak = new Effect.Answer(
                answer.status(), answer.disposition(), Rank.FALLBACK, answer.retryAfter(), answer.proxyError(), false);
        return new Finding(weak, suspect, side, retryAfter, headers, publicDetail, because);
    }

    boolean outranks(Finding other) {
        return answer.rank().compareTo(other.answer.rank()) > 0;
    }

    /** Returns whether this finding, farther down, names the error of a gateway better than the winner does. */
    boolean refines(Finding winner) {
        var error = answer.proxyError();
        boolean exact = answer.rank() == Rank.EXACT;
        boolean vague = winner.answer.rank() == Rank.FALLBACK && !"proxy_internal_error".equals(error);
        return side == Side.UPSTREAM
                && error != null
                && (exact || vague)
                && answer.status().equals(winner.answer.status());
    }

    Verdict verdict(@Nullable Because loser, @Nullable Finding refinement, boolean marked) {
        var status = answer.status();
        var proxyError = refinement == null ? answer.proxyError() : refinement.answer.proxyError();
        return new Verdict(
                status,
                Side.of(status, side),
                answer.disposition(),
                status.allowsRetryAfter() ? retryAfter : null,
                side == Side.UPSTREAM ? proxyError : null,
                marked,
                headers,
                publicDetail,
                because.against(loser));
    }

    private static Effect.Answer answer(Status status, Rank rank, RetryAfter retryAfter) {
        return new Effect.Answer(status, Disposition.ANSWER, rank, retryAfter, null, false);
    }

    private static Because because(Rule rule, Suspect suspect, int depth) {
        return new Because(
                suspect.className(), depth, rule.toString(), rule.source().toString(), null);
    }
}
