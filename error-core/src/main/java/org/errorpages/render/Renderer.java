package org.errorpages.render;

import java.util.Map;
import java.util.Optional;
import org.errorpages.http.Representation;
import org.errorpages.report.ErrorReport;
import org.errorpages.status.Status;

/**
 * Turns a report into the bytes of one form.
 *
 * <p>A renderer escapes every string of the report for its form. It may fail: the answer is then given as text. It is
 * called by many threads at once.
 */
public interface Renderer extends Representation {

    /** Returns the value of the Content-Type header. */
    default String contentType() {
        return mediaType().toString();
    }

    /** Returns the body in the charset of the content type. */
    byte[] render(ErrorReport report);

    /** Returns what renders the same form with less, for when this fails; without it the answer is given as text. */
    default Optional<Renderer> simpler() {
        return Optional.empty();
    }

    /** Returns what renders a part of a page, for a client that puts one into the page it has, if there is such a form. */
    default Optional<Renderer> part() {
        return Optional.empty();
    }

    /**
     * Returns whether public responses of a status may be cached and filled in for each incident; by default each is
     * rendered anew.
     *
     * <p>A renderer that returns true guarantees that body and header fields depend only on the
     * {@link org.errorpages.report.PublicMessageKey}, the texts and the site of a public report without
     * {@link org.errorpages.report.UserMessage#detail()}, and that it writes incident id, time and wait verbatim or not at all.
     */
    default boolean isCacheable(Status status) {
        return false;
    }

    /** Returns header fields that this form of the report needs, such as a Content-Security-Policy. */
    default Map<String, String> headers(ErrorReport report) {
        return Map.of();
    }
}
