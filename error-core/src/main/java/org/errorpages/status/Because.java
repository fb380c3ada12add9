package org.errorpages.status;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a verdict is what it is.
 *
 * @param decisive the binary name of the throwable that decided, or null where none did
 * @param depth how many causes down it was found; 0 is what was thrown
 * @param rule the rule in words, such as {@code java.net.http.HttpTimeoutException@upstream = 504}
 * @param rank what the rule is worth against others of the chain
 * @param source where the rule stands: file and line, or the interface or annotation that said it
 * @param closestLoser the rule that would have decided next, or null
 */
public record Because(
        @Nullable String decisive, int depth, String rule, Rank rank, String source, @Nullable Because closestLoser) {

    /** Why a verdict is what it is of which no throwable says anything. */
    static final Because NO_RULE = nothing("no rule names what was thrown or what it wraps");

    /** Returns the rule that would have decided had this one not been there. */
    public Optional<Because> loser() {
        return Optional.ofNullable(closestLoser);
    }

    /** Returns the reason of a verdict where the classification itself failed. */
    public static Because broken(Throwable reason) {
        return nothing("classification failed with " + new Suspect(reason).className());
    }

    static Because nothing(String rule) {
        return new Because(null, 0, rule, Rank.FALLBACK, "default", null);
    }

    /** Returns that a throwable decided by a rule of an error map. */
    static Because of(Rule rule, Rank rank, Throwable throwable, int depth) {
        return new Because(
                throwable.getClass().getName(),
                depth,
                rule.toString(),
                rank,
                rule.source().toString(),
                null);
    }

    /** Returns this reason with the rule that says what the answer of a server behind means. */
    Because by(Rule meaning, Rank newRank) {
        return new Because(
                decisive,
                depth,
                rule + ", " + meaning,
                newRank,
                meaning.source().toString(),
                closestLoser);
    }

    /** Returns whether both say what they say by the same rule. */
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
