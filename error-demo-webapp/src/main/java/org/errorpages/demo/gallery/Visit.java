package org.errorpages.demo.gallery;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who looks at what.
 *
 * @param home the path of the application, empty at the root of the server
 * @param path the path below the gallery, empty for its entrance
 * @param headers the header fields of the request
 * @param remoteAddress the numeric address of the peer of the connection
 */
public record Visit(String home, String path, Map<String, List<String>> headers, String remoteAddress) {

    public Visit {
        Objects.requireNonNull(home);
        Objects.requireNonNull(path);
        headers = Map.copyOf(headers);
        Objects.requireNonNull(remoteAddress);
    }

    /** Returns the link to a path below the gallery. */
    String to(String other) {
        return home + "/gallery" + other;
    }
}
