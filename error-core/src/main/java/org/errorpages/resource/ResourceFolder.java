package org.errorpages.resource;

import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A folder with custom pages and texts, in a directory or a WAR.
 *
 * <p>It is read when {@code ErrorPages} is built, never while a failure is handled. Only files directly in the folder are
 * read, and only by the names that {@link #names()} returns, so no name can reach another folder.
 */
public interface ResourceFolder {

    /** The largest file that is read, in bytes. */
    int MAX_SIZE = 1 << 20;

    /** Returns the names of the files directly in the folder; empty if there is no folder. */
    SortedSet<String> names();

    /** Returns the content of a file; empty if {@link #names()} doesn't contain its name. */
    Optional<byte[]> read(String name);

    /**
     * Returns the text of a file in {@link #names()}.
     *
     * @throws IllegalArgumentException if the file isn't UTF-8; the message names it
     */
    default String text(String name) {
        try {
            return ClasspathResource.decode(read(name).orElseThrow());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(location() + name + ": not in UTF-8", e);
        }
    }

    /** Returns the location of the folder for messages. */
    String location();

    /** Returns an empty folder. */
    static ResourceFolder none() {
        return Directory.NONE;
    }

    /**
     * Returns a directory of the file system.
     *
     * @throws IllegalArgumentException if the path isn't a directory
     */
    static ResourceFolder at(Path directory) {
        return Directory.at(directory);
    }
}
