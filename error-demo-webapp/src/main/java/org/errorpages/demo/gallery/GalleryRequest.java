package org.errorpages.demo.gallery;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A request for a page of the gallery.
 *
 * @param contextPath the context path of the application, empty at the root of the server
 * @param path the path below {@code /gallery}, empty for the index
 * @param headers the header fields
 * @param remoteAddress the numeric address of the client
 */
public record GalleryRequest(String contextPath, String path, Map<String, List<String>> headers, String remoteAddress) {

    public GalleryRequest {
        Objects.requireNonNull(contextPath);
        Objects.requireNonNull(path);
        headers = Map.copyOf(headers);
        Objects.requireNonNull(remoteAddress);
    }

    /** Returns the link to a path below {@code /gallery}. */
    String link(String other) {
        return contextPath + "/gallery" + other;
    }
}
