package org.errorpages.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source file and its location.
 *
 * @param file its path below the source folder, such as {@code shop/Order.java}
 * @param text the unredacted text
 * @param newerThanClass whether the file is newer than the class
 * @param location its location: the real path, or an archive and its entry
 * @param path the real path, or null if an editor can't open it
 */
public record SourceText(String file, String text, boolean newerThanClass, String location, @Nullable Path path) {

    private static final int MAX_BYTES = 2_000_000;

    /** Reads a text, or returns empty if it's too long. */
    static Optional<String> read(InputStream in) throws IOException {
        var bytes = in.readNBytes(MAX_BYTES + 1);
        return bytes.length > MAX_BYTES ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }
}
