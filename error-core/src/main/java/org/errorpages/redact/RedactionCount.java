package org.errorpages.redact;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.errorpages.i18n.Messages;

/**
 * The number of values that one rule redacts in a report.
 *
 * @param rule the rule, such as {@code cookie} or {@code jwt}
 */
public record RedactionCount(String rule, int count) {

    /** Returns all counts on one line, or the empty string if nothing is redacted. */
    public static String format(List<RedactionCount> counts, Messages messages) {
        int total = counts.stream().mapToInt(RedactionCount::count).sum();
        var rules = counts.stream().map(count -> count.rule + " " + count.count).collect(Collectors.joining(", "));
        return total == 0 ? "" : messages.get("dev.receipt", Map.of("count", Integer.toString(total), "rules", rules));
    }
}
