package org.errorpages.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the source of a frame, for developers only. */
@FunctionalInterface
public interface SourceFinder {

    /**
     * Returns the source file that a frame names, or nothing; throws nothing.
     *
     * @param frame hostile, as anybody can set the frames of an exception
     */
    Optional<SourceText> textOf(StackTraceElement frame);

    /** Returns what finds nothing. */
    static SourceFinder none() {
        return frame -> Optional.empty();
    }

    /**
     * Returns what looks into folders, then beside the class and into the project it was built in, then into the sources of
     * its jar, which may lie beside it or in the caches of Maven and Gradle, or of the JDK. It reads nothing before it is
     * asked.
     *
     * @param sourcePath the folders, which need not exist
     */
    static SourceFinder of(List<Path> sourcePath) {
        return new LocalSources(sourcePath, Path.of(System.getProperty("java.home", "")), repository());
    }

    private static Path repository() {
        var named = System.getProperty("maven.repo.local");
        return named == null ? Path.of(System.getProperty("user.home", ""), ".m2", "repository") : Path.of(named);
    }
}
