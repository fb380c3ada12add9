package org.errorpages.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Tells the request attributes that a server sets from those of the application.
 *
 * @param prefixes what the names of the former begin with
 */
record ServerAttributes(List<String> prefixes) {

    /** What {@code server-attributes.txt} says. */
    static final ServerAttributes STANDARD = read();

    ServerAttributes {
        prefixes = List.copyOf(prefixes);
    }

    private static ServerAttributes read() {
        try (var in = Objects.requireNonNull(ServerAttributes.class.getResourceAsStream("server-attributes.txt"))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ServerAttributes(text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contain(String name) {
        return prefixes.stream().anyMatch(name::startsWith);
    }
}
