package org.errorpages.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * A source file as it was found.
 *
 * @param file its path below the root, such as {@code shop/Order.java}
 * @param text all of it, as foreign as any text
 * @param newer whether it was changed after the class was compiled
 */
public record SourceText(String file, String text, boolean newer) {

    private static final int MAX_BYTES = 2_000_000;

    public SourceText {
        Objects.requireNonNull(file);
        Objects.requireNonNull(text);
    }

    /** Returns the text, or nothing where it is too long. */
    static Optional<SourceText> read(String file, InputStream in) throws IOException {
        var bytes = in.readNBytes(MAX_BYTES + 1);
        return bytes.length > MAX_BYTES
                ? Optional.empty()
                : Optional.of(new SourceText(file, new String(bytes, StandardCharsets.UTF_8), false));
    }

    SourceText withNewer(boolean changed) {
        return new SourceText(file, text, changed);
    }
}
