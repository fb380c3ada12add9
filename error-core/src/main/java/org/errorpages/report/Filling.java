package org.errorpages.report;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the placeholders of texts.
 *
 * @param values what is known, by the names of placeholders
 */
record Filling(Map<String, String> values) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    Filling {
        values = Map.copyOf(values);
    }

    /** Returns the text with its placeholders filled, once; nothing where a value is not known. */
    Optional<String> fill(String text) {
        boolean known = PLACEHOLDER.matcher(text).results().allMatch(found -> values.containsKey(found.group(1)));
        return known
                ? Optional.of(PLACEHOLDER
                        .matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1)))))
                : Optional.empty();
    }
}
