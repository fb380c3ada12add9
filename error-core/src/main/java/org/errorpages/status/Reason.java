package org.errorpages.status;

import java.util.Optional;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * Names the rule that led to a verdict, and the throwable it matched.
 *
 * @param decisiveClass the binary class name of the throwable that the rule matched, or null if no rule matched
 * @param depth the index of that throwable in the cause chain; 0 is the outermost
 * @param rule the rule as text, such as {@code java.net.http.HttpTimeoutException@upstream = 504}
 * @param rank the rank of the rule among the rules that match the chain
 * @param source the file and line of the rule, or the interface or annotation
 * @param runnerUp the rule that would decide without this one, or null
 */
public record Reason(
        @Nullable String decisiveClass,
        int depth,
        String rule,
        RuleRank rank,
        String source,
        @Nullable Reason runnerUp) {

    /** The reason used when no rule matched. */
    public static final Reason NO_RULE = unmatched("no rule matches the exception or its causes");

    /** Returns the rule that would decide without this one. */
    public Optional<Reason> findRunnerUp() {
        return Optional.ofNullable(runnerUp);
    }

    /** Returns the reason used when the classification itself failed. */
    public static Reason classifierFailed(Throwable thrown) {
        return unmatched("classification failed with " + new SafeThrowable(thrown).className());
    }

    /** Returns a reason that names no throwable. */
    public static Reason unmatched(String rule) {
        return new Reason(null, 0, rule, RuleRank.FALLBACK, "default", null);
    }

    /** Returns whether both come from the same rule. */
    public boolean hasSameRuleAs(Reason other) {
        return rule.equals(other.rule) && source.equals(other.source);
    }

    /** Returns this reason with a remark after the rule. */
    public Reason withRemark(String remark) {
        return new Reason(decisiveClass, depth, rule + "; " + remark, rank, source, runnerUp);
    }

    /** Returns this reason with another runner-up. */
    public Reason withRunnerUp(@Nullable Reason newRunnerUp) {
        return new Reason(decisiveClass, depth, rule, rank, source, newRunnerUp);
    }
}
