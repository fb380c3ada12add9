package org.errorpages.container;

import java.nio.file.Path;
import java.util.Objects;

/** What the build tells the tests in system properties. */
final class BuildProperty {

    private BuildProperty() {}

    static Path path(String name) {
        return Path.of(Objects.requireNonNull(System.getProperty(name), name + " is set by the build"));
    }
}
