package org.errorpages.resource;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** Files that ship beside a class, in strict UTF-8, never in the charset of the machine. */
public final class Shipped {

    private Shipped() {}

    /**
     * Returns the text of a file.
     *
     * @throws UncheckedIOException if it is not in UTF-8
     * @throws NullPointerException if there is no such file
     */
    public static String text(Class<?> beside, String name) {
        try (var in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            // A new decoder reports malformed bytes; a string would replace them in silence.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** Returns the keys and values of a file in the form of {@link Properties}; fails as {@link #text} does. */
    public static Map<String, String> table(Class<?> beside, String name) {
        var lines = new Properties();
        try {
            lines.load(new StringReader(text(beside, name)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
        return lines.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, lines::getProperty));
    }
}
