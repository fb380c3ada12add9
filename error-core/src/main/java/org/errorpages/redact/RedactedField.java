package org.errorpages.redact;

import org.errorpages.i18n.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A name and a redacted value, ready for a report.
 *
 * @param value the value; empty if it is redacted as a whole
 * @param rule the rule that redacts the whole value, or null
 */
public record RedactedField(String name, String value, @Nullable String rule) {

    public static final int MAX_NAME = 200;

    /** The name of a field that stands for the omitted ones. */
    public static final String MORE = "…";

    /** Returns the value, or a remark that names the rule that redacts it. */
    public String displayValue(Messages messages) {
        return rule == null ? value : messages.get("dev.hidden", "rule", rule);
    }
}
