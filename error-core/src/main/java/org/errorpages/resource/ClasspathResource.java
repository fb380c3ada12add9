package org.errorpages.resource;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** Reads files on the class path beside a class, in strict UTF-8. */
public final class ClasspathResource {

    private ClasspathResource() {}

    /**
     * Returns the text of a file.
     *
     * @throws UncheckedIOException if the file isn't UTF-8
     * @throws NullPointerException if there is no such file
     */
    public static String text(Class<?> beside, String name) {
        try (var in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return decode(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** Returns the keys and values of a file in the form of {@link Properties}; fails as {@link #text} does. */
    public static Map<String, String> table(Class<?> beside, String name) {
        return properties(text(beside, name));
    }

    /**
     * Returns the keys and values of a text in the form of {@link Properties}.
     *
     * @throws IllegalArgumentException if an escape is malformed
     */
    public static Map<String, String> properties(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }

    /** Decodes strict UTF-8: a new decoder reports malformed bytes, which a string would replace silently. */
    static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
