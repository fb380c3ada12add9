package org.errorpages.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** Reads the files of this package: properties in strict UTF-8, never in the charset of the machine. */
final class LanguageFile {

    private LanguageFile() {}

    /** Returns the keys and values of a file beside this class. */
    static Map<String, String> read(String name) {
        try (InputStream in = Objects.requireNonNull(LanguageFile.class.getResourceAsStream(name), name)) {
            var properties = new Properties();
            // A new decoder reports malformed bytes; the reader of a Charset would replace them in silence.
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
