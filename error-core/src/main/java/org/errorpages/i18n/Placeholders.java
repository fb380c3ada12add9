package org.errorpages.i18n;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the placeholders of texts: {@code {retry}}.
 *
 * @param values the values by placeholder name
 */
public record Placeholders(Map<String, String> values) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    public Placeholders {
        values = Map.copyOf(values);
    }

    /** Returns the text with its placeholders filled, or empty if a value is unknown. */
    public Optional<String> fill(String text) {
        boolean isKnown = PLACEHOLDER.matcher(text).results().allMatch(found -> values.containsKey(found.group(1)));
        return isKnown ? Optional.of(fillKnown(text)) : Optional.empty();
    }

    /** Returns the text with known placeholders filled; values aren't parsed for placeholders. */
    String fillKnown(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
