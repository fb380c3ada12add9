package org.errorpages.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source file as it was found.
 *
 * @param file its path below the root, such as {@code shop/Order.java}
 * @param text all of it, as foreign as any text
 * @param newer whether it was changed after the class was compiled
 * @param place where it was found: the real path, or that of an archive and the entry in it
 * @param path the real path, or null where an editor could not open it
 */
public record SourceText(String file, String text, boolean newer, String place, @Nullable Path path) {

    private static final int MAX_BYTES = 2_000_000;

    public SourceText {
        Objects.requireNonNull(file);
        Objects.requireNonNull(text);
        Objects.requireNonNull(place);
    }

    /** Creates the text of a file that lies in no place of this machine. */
    public SourceText(String file, String text) {
        this(file, text, false, file, null);
    }

    /** Returns the text of a file, or nothing where it is too long. */
    static Optional<String> read(InputStream in) throws IOException {
        var bytes = in.readNBytes(MAX_BYTES + 1);
        return bytes.length > MAX_BYTES ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }
}
