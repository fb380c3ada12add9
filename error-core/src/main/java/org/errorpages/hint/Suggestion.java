package org.errorpages.hint;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hint as a provider gives it, in the language of the symptoms; plain text.
 *
 * @param title what is wrong, as a short sentence; without one the suggestion is left out
 * @param text why, and what to do
 * @param steps what to do one after the other, perhaps none
 * @param cause the place among the causes of the symptoms that it speaks of, from 0; with another one it is left out
 * @param link a page to read, or null; one that is not http(s) is left out
 */
public record Suggestion(String title, String text, List<String> steps, int cause, @Nullable String link) {

    public Suggestion {
        Objects.requireNonNull(title);
        Objects.requireNonNull(text);
        steps = List.copyOf(steps);
    }

    /** Returns a suggestion about the outermost cause. */
    public static Suggestion of(String title, String text, String... steps) {
        return new Suggestion(title, text, List.of(steps), 0, null);
    }

    /** Returns this suggestion as one about another cause. */
    public Suggestion about(int newCause) {
        return new Suggestion(title, text, steps, newCause, link);
    }
}
