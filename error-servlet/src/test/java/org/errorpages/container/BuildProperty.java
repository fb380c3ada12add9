package org.errorpages.container;

import java.nio.file.Path;
import java.util.Objects;

/** Reads the system properties that the build sets for tests. */
final class BuildProperty {

    private BuildProperty() {}

    static Path path(String name) {
        return Path.of(Objects.requireNonNull(System.getProperty(name), name + " is set by the build"));
    }
}
