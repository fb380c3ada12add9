package org.errorpages.status;

import java.util.Optional;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * The reason for a verdict.
 *
 * @param decisiveClass the binary name of the class of the throwable that decided, or null if none did
 * @param depth the place of that throwable in the cause chain; 0 is the outermost
 * @param rule the rule as text, such as {@code java.net.http.HttpTimeoutException@upstream = 504}
 * @param rank the weight of the rule against others of the chain
 * @param source where the rule stands: file and line, or the interface or annotation
 * @param runnerUp the rule that would have decided next, or null
 */
public record Reason(
        @Nullable String decisiveClass,
        int depth,
        String rule,
        RuleRank rank,
        String source,
        @Nullable Reason runnerUp) {

    /** The reason used when no rule matched. */
    public static final Reason NO_RULE = unmatched("no rule names what was thrown or what it wraps");

    /** Returns the rule that would have decided without this one. */
    public Optional<Reason> findRunnerUp() {
        return Optional.ofNullable(runnerUp);
    }

    /** Returns the reason used when the classification itself failed. */
    public static Reason classifierFailed(Throwable reason) {
        return unmatched("classification failed with " + new SafeThrowable(reason).className());
    }

    public static Reason unmatched(String rule) {
        return new Reason(null, 0, rule, RuleRank.FALLBACK, "default", null);
    }

    /** Returns whether both come from the same rule. */
    public boolean hasSameRuleAs(Reason other) {
        return rule.equals(other.rule) && source.equals(other.source);
    }

    public Reason withRemark(String remark) {
        return new Reason(decisiveClass, depth, rule + "; " + remark, rank, source, runnerUp);
    }

    public Reason withRunnerUp(@Nullable Reason loser) {
        return loser == null && runnerUp == null ? this : new Reason(decisiveClass, depth, rule, rank, source, loser);
    }
}
