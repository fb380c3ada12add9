package org.errorpages.hint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the rules.
 *
 * @param className the class it speaks of, with its subclasses
 * @param signs what a throwable must show beyond its class
 * @param hints the hints, of which the first counts that can be told
 * @param inquiries what finds more values
 * @param broad whether the hints of other causes come first
 * @param link a page to read, or null
 */
record HintRule(
        String className,
        List<Sign> signs,
        List<String> hints,
        List<Inquiry> inquiries,
        boolean broad,
        @Nullable String link) {

    /** A rule that holds, and what it found. */
    record Match(HintRule rule, Finding finding) {}

    HintRule {
        signs = List.copyOf(signs);
        hints = List.copyOf(hints);
        inquiries = List.copyOf(inquiries);
    }

    int strength() {
        return signs.stream().mapToInt(Sign::strength).sum();
    }

    /** Returns what the rule finds in a throwable of its class, or nothing if it does not hold. */
    Optional<Match> match(Clue clue) {
        var values = new HashMap<String, String>();
        for (var sign : signs) {
            var found = sign.in(clue);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            values.putAll(found.get());
        }
        for (var inquiry : inquiries) {
            values.putAll(inquiry.ask(clue, Map.copyOf(values)));
        }
        return Optional.of(new Match(this, new Finding(hints, values, clue.place(), link)));
    }
}
