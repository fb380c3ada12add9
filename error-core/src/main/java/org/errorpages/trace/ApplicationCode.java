package org.errorpages.trace;

import java.util.List;
import org.errorpages.source.EditorLinks;
import org.errorpages.source.SourceFinder;

/**
 * The settings about application code and its sources.
 *
 * @param packages the application's packages; if empty, application code is detected from class location
 * @param sources the finder of sources, called for developers only
 * @param hiddenFrames classes and packages whose frames are counted but not shown
 */
public record ApplicationCode(
        List<String> packages, SourceFinder sources, EditorLinks editor, List<String> hiddenFrames) {

    public ApplicationCode {
        packages = List.copyOf(packages);
        hiddenFrames = List.copyOf(hiddenFrames);
    }

    /** Creates settings without editor links and hidden frames. */
    public ApplicationCode(List<String> packages, SourceFinder sources) {
        this(packages, sources, EditorLinks.none(), List.of());
    }

    /** Returns the frames that are not hidden. */
    List<StackTraceElement> visible(List<StackTraceElement> frames) {
        return hiddenFrames.isEmpty()
                ? frames
                : frames.stream().filter(frame -> !isHidden(frame)).toList();
    }

    private boolean isHidden(StackTraceElement frame) {
        var className = String.valueOf(frame.getClassName());
        return hiddenFrames.stream()
                .anyMatch(name ->
                        className.equals(name) || className.startsWith(name + ".") || className.startsWith(name + "$"));
    }
}
