package org.errorpages.describe;

import java.util.List;
import org.errorpages.resource.ClasspathResource;

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
        return new ServerAttributes(ClasspathResource.text(ServerAttributes.class, "server-attributes.txt")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList());
    }

    boolean contain(String name) {
        return prefixes.stream().anyMatch(name::startsWith);
    }
}
