package org.errorpages.hint;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hint that a rule found, before it is put into words.
 *
 * @param hints the names of its texts; the first one counts for which all values are known
 * @param values what the texts can be filled with; from foreign strings, not bounded
 * @param cause the place among the causes of the symptoms that it speaks of, from 0
 * @param link a page to read, or null
 */
public record RuleMatch(List<String> hints, Map<String, String> values, int cause, @Nullable String link) {

    public RuleMatch {
        hints = List.copyOf(hints);
        values = Map.copyOf(values);
    }

    /** Two causes often tell the same, as wrappers do; of them the one that knows more counts. */
    boolean saysNoMoreThan(RuleMatch other) {
        return hints.equals(other.hints) && other.values.entrySet().containsAll(values.entrySet());
    }
}
