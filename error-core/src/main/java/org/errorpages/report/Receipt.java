package org.errorpages.report;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** Counts what one report hides, rule by rule. */
final class Receipt {

    private static final Pattern MARK = Pattern.compile("\\[hidden: ([a-z ]{1,30})\\]");

    private final ConcurrentSkipListMap<String, Integer> counts = new ConcurrentSkipListMap<>();

    /** Counts a value that a rule hides. */
    void add(String rule) {
        counts.merge(rule, 1, Integer::sum);
    }

    /** Counts what is hidden in a text; marks that a text came with are no receipt. */
    void add(String before, String after) {
        if (before.equals(after)) {
            return;
        }
        MARK.matcher(after).results().forEach(mark -> counts.merge(mark.group(1), 1, Integer::sum));
        MARK.matcher(before)
                .results()
                .forEach(mark -> counts.computeIfPresent(mark.group(1), (rule, count) -> count > 1 ? count - 1 : null));
    }

    /** Returns how many values each rule has hidden, ordered by rule. */
    List<Hidden> lines() {
        return counts.entrySet().stream()
                .map(count -> new Hidden(count.getKey(), count.getValue()))
                .toList();
    }
}
