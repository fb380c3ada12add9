package org.errorpages.report;

import java.util.Objects;

/**
 * A line of the receipt for what is not shown.
 *
 * @param rule for which values are hidden, such as {@code cookie} or {@code jwt}
 * @param values how many
 */
public record Hidden(String rule, int values) {

    public Hidden {
        Objects.requireNonNull(rule);
    }
}
