package org.errorpages.i18n;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the placeholders of texts: {@code {retry}}.
 *
 * @param values what is known, by the names of placeholders
 */
public record Placeholders(Map<String, String> values) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    public Placeholders {
        values = Map.copyOf(values);
    }

    /** Returns the text with its placeholders filled, once; nothing where a value is not known. */
    public Optional<String> fill(String text) {
        boolean known = PLACEHOLDER.matcher(text).results().allMatch(found -> values.containsKey(found.group(1)));
        return known ? Optional.of(fillKnown(text)) : Optional.empty();
    }

    /** Returns the text with those placeholders filled of which the value is known; what looks like one in a value stays. */
    String fillKnown(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
