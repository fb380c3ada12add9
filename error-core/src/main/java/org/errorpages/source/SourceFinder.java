package org.errorpages.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the sources of stack frames, for developers only. */
@FunctionalInterface
public interface SourceFinder {

    /**
     * Returns the source file of a frame, or empty if it isn't found. Never throws.
     *
     * @param frame a frame, which may be forged
     */
    Optional<SourceText> find(StackTraceElement frame);

    /** Returns a finder that finds nothing. */
    static SourceFinder none() {
        return frame -> Optional.empty();
    }

    /**
     * Returns a finder for sources on this machine.
     *
     * <p>It searches the folders, the folder and project of the class, the sources of its jar (next to it, or in the caches
     * of Maven and Gradle), and those of the JDK. It reads nothing before the first call.
     *
     * @param sourcePath the folders, which may not exist
     */
    static SourceFinder of(List<Path> sourcePath) {
        var configured = System.getProperty("maven.repo.local");
        var repository = configured == null
                ? Path.of(System.getProperty("user.home", ""), ".m2", "repository")
                : Path.of(configured);
        return new LocalSources(List.copyOf(sourcePath), Path.of(System.getProperty("java.home", "")), repository);
    }
}
