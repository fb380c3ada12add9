package org.errorpages.status;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule that one throwable of the chain met.
 *
 * @param answer what the rule says
 * @param side the side on which the throwable stands
 * @param headers header fields that go with the status
 * @param publicDetail a sentence of the application that anyone may read, or null
 * @param because why
 */
record Finding(
        Effect.Answer answer, Side side, Map<String, String> headers, @Nullable String publicDetail, Because because) {

    /** Returns the finding of a rule, or nothing if the rule gives no answer. */
    static Optional<Finding> of(Rule rule, Suspect suspect, int depth, Side side) {
        if (!(rule.effect() instanceof Effect.Answer answer)) {
            return Optional.empty();
        }
        var because = new Because(
                suspect.className(), depth, rule.toString(), rule.source().toString(), null);
        return Optional.of(new Finding(answer, side, Map.of(), null, because));
    }

    boolean outranks(Finding other) {
        return answer.rank().compareTo(other.answer.rank()) > 0;
    }

    boolean refinesProxyError() {
        return side == Side.UPSTREAM && answer.proxyError() != null && answer.rank() == Rank.EXACT;
    }

    Verdict verdict(@Nullable Because loser, @Nullable Finding refinement) {
        var status = answer.status();
        var proxyError = refinement == null ? answer.proxyError() : refinement.answer.proxyError();
        return new Verdict(
                status,
                Side.of(status, side),
                answer.disposition(),
                status.allowsRetryAfter() ? answer.retryAfter() : null,
                side == Side.UPSTREAM ? proxyError : null,
                headers,
                publicDetail,
                because.against(loser));
    }
}
