package org.errorpages.servlet;

import jakarta.servlet.ServletContext;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipInputStream;

/**
 * A jar of an application, read as a stream, for it need not be a file.
 *
 * @param context the application
 * @param path where the jar is in it
 */
record LibraryJar(ServletContext context, String path) {

    /** Where a fragment is in its jar. */
    static final String FRAGMENT = "META-INF/web-fragment.xml";

    private static final byte[] NAME = FRAGMENT.getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 1 << 16;

    /** Returns the fragment in the jar, if there is one. */
    Optional<XmlElement> fragment() throws IOException {
        if (!mentionsOne()) {
            return Optional.empty();
        }
        try (var in = open();
                var zip = new ZipInputStream(in)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(FRAGMENT)) {
                    return Optional.of(XmlElement.read(zip));
                }
            }
        }
        return Optional.empty();
    }

    private InputStream open() {
        var in = context.getResourceAsStream(path);
        return new BufferedInputStream(in == null ? InputStream.nullInputStream() : in, BUFFER);
    }

    /** A jar has the names of its entries in plain text; to look for one costs a sixth of inflating the jar. */
    private boolean mentionsOne() throws IOException {
        try (var in = open()) {
            var buffer = new byte[BUFFER];
            int matched = 0;
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                for (int i = 0; i < length && matched < NAME.length; i++) {
                    matched = follow(matched, buffer[i]);
                }
                if (matched == NAME.length) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The name has its first letter nowhere else, so that after a miss only the byte itself can begin it. */
    private static int follow(int matched, byte next) {
        if (next == NAME[matched]) {
            return matched + 1;
        }
        return next == NAME[0] ? 1 : 0;
    }
}
