package org.errorpages.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one throwable of the chain says, by a rule or by its own word.
 *
 * @param answer the answer
 * @param throwable the throwable
 * @param depth how many causes down it is
 * @param side the side on which it stands
 * @param rule the rule, or null where the application declared the answer in code
 * @param received what a server behind has answered, or null
 * @param declared what the application declared, or null
 */
record Finding(
        Effect.Answer answer,
        Throwable throwable,
        int depth,
        Side side,
        @Nullable Rule rule,
        @Nullable ReceivedAnswer received,
        @Nullable Declaration declared) {

    static Finding of(Effect.Answer answer, Rule rule, Throwable throwable, int depth, Side side) {
        return new Finding(answer, throwable, depth, side, rule, null, null);
    }

    /** Returns the finding of a status that the throwable holds itself, or null if it holds none of an error. */
    static @Nullable Finding carried(Effect.Carrier carrier, Rule rule, Throwable throwable, int depth, Side side) {
        int status = carrier.statusOf(Lineage.holder(rule.className(), throwable));
        if (!Status.isError(status)) {
            return null;
        }
        return of(
                Effect.Answer.of(Status.of(status), Rank.DECLARED, carrier.retryAfter()), rule, throwable, depth, side);
    }

    static Finding opaque(Rule rule, Throwable throwable, int depth, Side side) {
        var answer = Effect.Answer.of(Status.INTERNAL_SERVER_ERROR, Rank.EXACT, RetryAfter.UNKNOWN);
        return of(answer, rule, throwable, depth, side);
    }

    /** Returns when to come again: what the server behind said or the application, then what the rule says. */
    @Nullable Duration retryAfter(Instant now) {
        var said = declared != null ? declared.retryAfter() : received != null ? received.retryAfter() : null;
        return said == null ? answer.retryAfter().of(throwable, now) : said;
    }

    /** Returns whether anybody says when to come again. */
    boolean offersRetry() {
        return !answer.retryAfter().equals(RetryAfter.UNKNOWN)
                || (received != null && received.retryAfter() != null)
                || (declared != null && declared.retryAfter() != null);
    }

    boolean outranks(Finding other) {
        return answer.rank().compareTo(other.answer.rank()) > 0;
    }

    /** Returns whether both say what they say by the same rule. */
    boolean isByTheRuleOf(Finding other) {
        return rule == null
                ? other.rule == null && because().rule().equals(other.because().rule())
                : rule.equals(other.rule);
    }

    /** Returns whether this finding names an error of a gateway. */
    boolean namesProxyError() {
        return side == Side.UPSTREAM && answer.proxyError() != null;
    }

    /** Returns whether this finding, farther down, names the error of a gateway better than the winner does. */
    boolean refines(Finding winner) {
        boolean exact = answer.rank() == Rank.EXACT;
        boolean vague = winner.answer.rank() == Rank.FALLBACK && !"proxy_internal_error".equals(answer.proxyError());
        return (exact || vague) && answer.status().equals(winner.answer.status());
    }

    Verdict verdict(@Nullable Because loser, @Nullable Finding refinement, boolean marked, @Nullable Duration wait) {
        var status = answer.status();
        var proxyError = refinement == null ? answer.proxyError() : refinement.answer.proxyError();
        return new Verdict(
                status,
                Side.of(status, side),
                answer.disposition(),
                status.allowsRetryAfter() ? wait : null,
                side == Side.UPSTREAM ? proxyError : null,
                received == null ? 0 : received.status(),
                marked,
                declared == null ? Map.of() : declared.headers(),
                declared == null ? null : declared.publicDetail(),
                because(loser));
    }

    Because because() {
        return because(null);
    }

    Because because(@Nullable Because loser) {
        var className = throwable.getClass().getName();
        if (declared != null) {
            return new Because(className, depth, className + " = " + declared.status(), declared.how(), loser);
        }
        if (rule == null) {
            throw new IllegalStateException("a finding is by a rule or declared");
        }
        return received == null
                ? new Because(className, depth, rule.toString(), rule.source().toString(), loser)
                : new Because(
                        className,
                        depth,
                        rule + ", " + received.rule(),
                        received.rule().source().toString(),
                        loser);
    }
}
