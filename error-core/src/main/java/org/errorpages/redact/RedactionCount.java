package org.errorpages.redact;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.errorpages.i18n.Messages;

/**
 * A line of the receipt for what is not shown.
 *
 * @param rule for which values are hidden, such as {@code cookie} or {@code jwt}
 * @param values how many
 */
public record RedactionCount(String rule, int values) {

    public RedactionCount {
        Objects.requireNonNull(rule);
    }

    /** Returns on one line how many values are hidden for which rules, or the empty string where none is. */
    public static String told(List<RedactionCount> receipt, Messages messages) {
        int count = receipt.stream().mapToInt(RedactionCount::values).sum();
        var rules = receipt.stream().map(line -> line.rule + " " + line.values).collect(Collectors.joining(", "));
        return count == 0 ? "" : messages.get("dev.receipt", Map.of("count", Integer.toString(count), "rules", rules));
    }
}
