package org.errorpages.report;

import java.util.List;
import org.errorpages.resource.Shipped;

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
        return new ServerAttributes(Shipped.text(ServerAttributes.class, "server-attributes.txt")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList());
    }

    boolean contain(String name) {
        return prefixes.stream().anyMatch(name::startsWith);
    }
}
