package org.errorpages.report;

import java.util.List;
import java.util.Objects;
import org.errorpages.report.source.SnippetSource;

/**
 * What is known of the application's own code.
 *
 * @param packages its packages, or none to tell it by where classes lie
 * @param sources what finds its sources; asked for developers only
 * @param editor what opens them
 */
public record ApplicationCode(List<String> packages, SnippetSource sources, EditorLinks editor) {

    public ApplicationCode {
        packages = List.copyOf(packages);
        Objects.requireNonNull(sources);
        Objects.requireNonNull(editor);
    }

    /** Creates what is known where no editor is. */
    public ApplicationCode(List<String> packages, SnippetSource sources) {
        this(packages, sources, EditorLinks.none());
    }
}
