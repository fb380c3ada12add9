package org.errorpages.trace;

import java.util.List;
import java.util.Objects;
import org.errorpages.source.EditorLinks;
import org.errorpages.source.SourceFinder;

/**
 * What is known of the application's own code.
 *
 * @param packages its packages, or none to tell it by where classes lie
 * @param sources what finds its sources; asked for developers only
 * @param editor what opens them
 * @param hiddenFrames classes and packages whose frames are only counted
 */
public record ApplicationCode(
        List<String> packages, SourceFinder sources, EditorLinks editor, List<String> hiddenFrames) {

    public ApplicationCode {
        packages = List.copyOf(packages);
        Objects.requireNonNull(sources);
        Objects.requireNonNull(editor);
        hiddenFrames = List.copyOf(hiddenFrames);
    }

    /** Creates what is known where no editor is. */
    public ApplicationCode(List<String> packages, SourceFinder sources) {
        this(packages, sources, EditorLinks.none(), List.of());
    }

    /** Returns the frames that are to be told; the others are only counted. */
    List<StackTraceElement> shown(List<StackTraceElement> frames) {
        return hiddenFrames.isEmpty()
                ? frames
                : frames.stream().filter(frame -> !hides(frame)).toList();
    }

    private boolean hides(StackTraceElement frame) {
        var className = String.valueOf(frame.getClassName());
        return hiddenFrames.stream()
                .anyMatch(name ->
                        className.equals(name) || className.startsWith(name + ".") || className.startsWith(name + "$"));
    }
}
