package org.errorpages.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a developer can do about a failure of a known kind, in plain words; localised and redacted.
 *
 * @param title what is wrong, as a short sentence
 * @param text why, and what to do
 * @param steps what to do one after the other, such as commands or settings, perhaps none
 * @param cause the place in the list of causes that it speaks of, from 0
 * @param link a page to read, http(s), or null
 */
public record Hint(String title, String text, List<String> steps, int cause, @Nullable String link) {

    public Hint {
        Objects.requireNonNull(title);
        Objects.requireNonNull(text);
        steps = List.copyOf(steps);
    }
}
