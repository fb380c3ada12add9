package org.errorpages.hint;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Advises a developer about a failure, in plain text and the developer's language.
 *
 * <p>A hint of a {@link HintProvider} is truncated and redacted before it is shown.
 *
 * @param title the problem, as a short sentence; a hint without a title is not shown
 * @param text the reason and the remedy
 * @param steps steps such as commands or settings, perhaps empty
 * @param cause the index of the cause, from 0; a hint with an unknown index is not shown
 * @param link a page to read, or null; a link other than http(s) is not shown
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

    /** Returns this hint with the index of another cause. */
    public Hint about(int newCause) {
        return new Hint(title, text, steps, newCause, link);
    }
}
