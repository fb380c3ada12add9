package org.errorpages.redact;

import java.util.Objects;
import org.errorpages.i18n.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A name and a value of the request, as a report may show them.
 *
 * @param name the name
 * @param value the value; empty where it is hidden
 * @param hiddenBy the word for which it is hidden, or null
 */
public record RedactedField(String name, String value, @Nullable String hiddenBy) {

    public static final int MAX_NAME = 200;

    /** The name of a field that stands for those that are left out. */
    public static final String MORE = "…";

    /** Returns the value, or in its place that it is hidden and why. */
    public String shown(Messages messages) {
        return hiddenBy == null ? value : messages.get("dev.hidden", "rule", hiddenBy);
    }

    public RedactedField {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }
}
