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

    Verdict verdict(Optional<Because> loser, Optional<Finding> refinement) {
        var status = answer.status();
        var retryAfter = status.allowsRetryAfter() ? answer.retryAfter() : null;
        return new Verdict(
                status,
                Side.of(status, side),
                answer.disposition(),
                retryAfter,
                side == Side.UPSTREAM ? proxyError(refinement) : null,
                headers,
                publicDetail,
                because.against(loser.orElse(null)));
    }

    /** The exact rule farthest down names the error best, as long as it means the same status. */
    private @Nullable String proxyError(Optional<Finding> refinement) {
        return refinement
                .filter(finding -> finding.answer.status().equals(answer.status()))
                .map(finding -> finding.answer.proxyError())
                .orElse(answer.proxyError());
    }
}
