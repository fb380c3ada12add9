package org.errorpages.hint;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Advice to a developer about a failure, in the language of the symptoms; plain text.
 *
 * <p>That of a {@link HintProvider} is cut to a length and redacted before it is shown.
 *
 * @param title the problem, as a short sentence; without one the hint is left out
 * @param text the reason, and what to do
 * @param steps steps such as commands or settings, perhaps none
 * @param cause the index of the cause that it is about, from 0; with an unknown one the hint is left out
 * @param link a page to read, or null; one that is not http(s) is left out
 */
public record Hint(String title, String text, List<String> steps, int cause, @Nullable String link) {

    public Hint {
        Objects.requireNonNull(title);
        Objects.requireNonNull(text);
        steps = List.copyOf(steps);
    }

    /** Returns a hint about the outermost cause. */
    public static Hint of(String title, String text, String... steps) {
        return new Hint(title, text, List.of(steps), 0, null);
    }

    /** Returns this hint as one about another cause. */
    public Hint about(int newCause) {
        return new Hint(title, text, steps, newCause, link);
    }
}
