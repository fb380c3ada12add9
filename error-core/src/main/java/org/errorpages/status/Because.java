package org.errorpages.status;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reason for a verdict.
 *
 * @param decisive the binary name of the class of the throwable that decided, or null if none did
 * @param depth the place of that throwable in the cause chain; 0 is the outermost
 * @param rule the rule as text, such as {@code java.net.http.HttpTimeoutException@upstream = 504}
 * @param rank the weight of the rule against others of the chain
 * @param source where the rule stands: file and line, or the interface or annotation
 * @param closestLoser the rule that would have decided next, or null
 */
public record Because(
        @Nullable String decisive, int depth, String rule, Rank rank, String source, @Nullable Because closestLoser) {

    /** The reason used when no rule matched. */
    static final Because NO_RULE = nothing("no rule names what was thrown or what it wraps");

    /** Returns the rule that would have decided without this one. */
    public Optional<Because> loser() {
        return Optional.ofNullable(closestLoser);
    }

    /** Returns the reason used when the classification itself failed. */
    public static Because broken(Throwable reason) {
        return nothing("classification failed with " + new Suspect(reason).className());
    }

    static Because nothing(String rule) {
        return new Because(null, 0, rule, Rank.FALLBACK, "default", null);
    }

    /** Returns whether both come from the same rule. */
    boolean isByTheRuleOf(Because other) {
        return rule.equals(other.rule) && source.equals(other.source);
    }

    Because adding(String remark) {
        return new Because(decisive, depth, rule + "; " + remark, rank, source, closestLoser);
    }

    Because against(@Nullable Because loser) {
        return loser == null && closestLoser == null ? this : new Because(decisive, depth, rule, rank, source, loser);
    }
}
