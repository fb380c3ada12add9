package org.errorpages.status;

import java.util.Optional;
import org.errorpages.throwable.SafeThrowable;
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
public record Reason(
        @Nullable String decisive,
        int depth,
        String rule,
        RuleRank rank,
        String source,
        @Nullable Reason closestLoser) {

    /** The reason used when no rule matched. */
    public static final Reason NO_RULE = nothing("no rule names what was thrown or what it wraps");

    /** Returns the rule that would have decided without this one. */
    public Optional<Reason> loser() {
        return Optional.ofNullable(closestLoser);
    }

    /** Returns the reason used when the classification itself failed. */
    public static Reason broken(Throwable reason) {
        return nothing("classification failed with " + new SafeThrowable(reason).className());
    }

    public static Reason nothing(String rule) {
        return new Reason(null, 0, rule, RuleRank.FALLBACK, "default", null);
    }

    /** Returns whether both come from the same rule. */
    public boolean isByTheRuleOf(Reason other) {
        return rule.equals(other.rule) && source.equals(other.source);
    }

    public Reason adding(String remark) {
        return new Reason(decisive, depth, rule + "; " + remark, rank, source, closestLoser);
    }

    public Reason against(@Nullable Reason loser) {
        return loser == null && closestLoser == null ? this : new Reason(decisive, depth, rule, rank, source, loser);
    }
}
