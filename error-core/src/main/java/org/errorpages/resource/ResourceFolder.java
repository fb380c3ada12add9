package org.errorpages.resource;

import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A folder with pages and texts of the application, wherever it lies: in a directory, in a WAR.
 *
 * <p>It is read when {@code ErrorPages} is built, and never while a failure is answered. Only files directly in it are
 * read, and only by names that {@link #names()} gives, so no name can lead out of it.
 */
public interface ResourceFolder {

    /** The largest file that is read, in bytes. */
    int MAX_SIZE = 1 << 20;

    /** Returns the names of the files directly in the folder; empty if there is no folder. */
    SortedSet<String> names();

    /** Returns the content of a file; empty if {@link #names()} does not give its name. */
    Optional<byte[]> read(String name);

    /**
     * Returns the text of a file that {@link #names()} names.
     *
     * @throws IllegalArgumentException if it is not in UTF-8; the message names the file
     */
    default String text(String name) {
        try {
            return ClasspathResource.decode(read(name).orElseThrow());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(location() + name + ": not in UTF-8", e);
        }
    }

    /** Returns where the folder is, as messages name it. */
    String location();

    /** Returns the folder of an application that keeps nothing of its own. */
    static ResourceFolder none() {
        return Directory.NONE;
    }

    /**
     * Returns a directory of the file system.
     *
     * @throws IllegalArgumentException if it is none, or holds a file of more than {@value #MAX_SIZE} bytes
     */
    static ResourceFolder at(Path directory) {
        return Directory.at(directory);
    }
}
