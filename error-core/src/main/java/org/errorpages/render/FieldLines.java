package org.errorpages.render;

import java.util.List;
import org.errorpages.report.Field;
import org.errorpages.text.Messages;

/** What a form of lines says of names and values. */
record FieldLines(Messages messages) {

    List<String> of(List<Field> fields) {
        return fields.stream().map(this::of).toList();
    }

    String of(Field field) {
        return field.name() + ": " + field.shown(messages);
    }
}
