package org.errorpages.render;

import java.util.Map;
import java.util.Optional;
import org.errorpages.http.Negotiable;
import org.errorpages.report.ErrorReport;
import org.errorpages.status.Status;

/**
 * Renders a report in one format.
 *
 * <p>A renderer escapes every string of the report for its format and is thread-safe. If it fails, the response is rendered
 * as text.
 */
public interface Renderer extends Negotiable {

    /** Returns the value of the Content-Type header. */
    default String contentType() {
        return mediaType().toString();
    }

    /** Returns the body in the charset of the content type. */
    byte[] render(ErrorReport report);

    /** Returns a renderer of the same format that is used if this one fails; by default text is used. */
    default Optional<Renderer> fallback() {
        return Optional.empty();
    }

    /** Returns a renderer of page fragments, for scripts that insert the response into a page; by default empty. */
    default Optional<Renderer> fragmentRenderer() {
        return Optional.empty();
    }

    /**
     * Returns whether public responses of a status may be cached and filled in for each incident; by default each is
     * rendered anew.
     *
     * <p>A renderer that returns true guarantees that body and header fields depend only on the
     * {@link org.errorpages.report.UserMessage.Key}, the texts and the site of a public report without
     * {@link org.errorpages.report.UserMessage#detail()}. It writes incident id, time and retry delay verbatim or not at
     * all.
     */
    default boolean isCacheable(Status status) {
        return false;
    }

    /** Returns header fields that this format needs, such as Content-Security-Policy. */
    default Map<String, String> headers(ErrorReport report) {
        return Map.of();
    }
}
