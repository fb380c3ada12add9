package org.errorpages.render;

import java.util.List;
import java.util.stream.Collectors;
import org.errorpages.report.Field;
import org.errorpages.report.Hidden;
import org.errorpages.text.Messages;

/** What a form of lines says of names and values. */
record FieldLines(Messages messages) {

    List<String> of(List<Field> fields) {
        return fields.stream().map(this::of).toList();
    }

    String of(Field field) {
        return field.name() + ": " + field.shown(messages);
    }

    /** Returns on one line how many values are hidden for which rules, or the empty string. */
    String receipt(List<Hidden> receipt) {
        var rules =
                receipt.stream().map(line -> line.rule() + " " + line.values()).collect(Collectors.joining(", "));
        int count = receipt.stream().mapToInt(Hidden::values).sum();
        return count == 0
                ? ""
                : messages.get("dev.receipt", "count", Integer.toString(count)).replace("{rules}", rules);
    }
}
