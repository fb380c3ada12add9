package org.errorpages.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        return new LocalSourceFinder(List.copyOf(sourcePath), Path.of(System.getProperty("java.home", "")), repository);
    }

    /**
     * A source file and its location.
     *
     * @param file its path below the source folder, such as {@code shop/Order.java}
     * @param text the unredacted text
     * @param newerThanClass whether the file is newer than the class
     * @param location its location: the real path, or an archive and its entry
     * @param path the real path, or null if an editor can't open it
     */
    record SourceText(String file, String text, boolean newerThanClass, String location, @Nullable Path path) {}
}
