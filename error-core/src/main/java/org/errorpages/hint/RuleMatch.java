package org.errorpages.hint;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a hint rule that matches a cause.
 *
 * @param hints the names of hint texts; the first one counts whose values are all known
 * @param values the values for the texts; from untrusted strings, not bounded
 * @param cause the index of the cause in the chain, from 0
 * @param broad whether the hint comes after those of all other causes
 * @param link a page to read, or null
 */
public record RuleMatch(
        List<String> hints, Map<String, String> values, int cause, boolean broad, @Nullable String link) {

    public RuleMatch {
        hints = List.copyOf(hints);
        values = Map.copyOf(values);
    }

    /** Returns whether another match has the same hints and at least these values, as matches of wrappers often do. */
    boolean isCoveredBy(RuleMatch other) {
        return hints.equals(other.hints) && other.values.entrySet().containsAll(values.entrySet());
    }
}
