package org.errorpages.report;

import java.util.List;
import java.util.Objects;

/**
 * What is known of the application's own code.
 *
 * @param packages its packages, or none to tell it by where classes lie
 * @param sources what finds its sources; asked for developers only
 */
public record ApplicationCode(List<String> packages, SnippetSource sources) {

    public ApplicationCode {
        packages = List.copyOf(packages);
        Objects.requireNonNull(sources);
    }
}
