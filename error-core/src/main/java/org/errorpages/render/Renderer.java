package org.errorpages.render;

import java.util.Map;
import java.util.Optional;
import org.errorpages.media.Offer;
import org.errorpages.report.ErrorReport;
import org.errorpages.status.Status;

/**
 * Turns a report into the bytes of one form.
 *
 * <p>A renderer escapes every string of the report for its form. It may fail: the answer is then given as text. It is
 * called by many threads at once.
 */
public interface Renderer extends Offer {

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
     * Returns what public bodies of a status are made with, if one can be rendered ahead and filled in for each incident;
     * by default each is rendered by itself.
     *
     * <p>A renderer that returns one promises that body and header fields depend on nothing of a public report that has
     * no {@link org.errorpages.report.Advice#detail()} but its {@link org.errorpages.report.Wording}, its texts and
     * its site, and that number, time and wait are written out as they are or not at all.
     */
    default Optional<Stencil> stencil(Status status) {
        return Optional.empty();
    }

    /** Returns header fields that this form of the report needs, such as a Content-Security-Policy. */
    default Map<String, String> headers(ErrorReport report) {
        return Map.of();
    }
}
