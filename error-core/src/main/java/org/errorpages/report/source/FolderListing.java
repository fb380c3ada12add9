package org.errorpages.report.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folders in a folder. */
final class FolderListing {

    private FolderListing() {}

    /** Returns the first ones in the order of their names, at most so many; none of what cannot be read. */
    static Stream<Path> of(Path folder, int limit) {
        List<Path> found = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (var entry : entries) {
                if (found.size() == limit) {
                    break;
                }
                found.add(entry);
            }
        } catch (IOException | DirectoryIteratorException | SecurityException unreadable) {
            return Stream.of();
        }
        return found.stream().sorted();
    }
}
