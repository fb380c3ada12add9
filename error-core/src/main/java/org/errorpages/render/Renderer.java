package org.errorpages.render;

import java.util.Map;
import org.errorpages.media.Offer;
import org.errorpages.report.ErrorReport;

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

    /** Returns header fields that this form of the report needs, such as a Content-Security-Policy. */
    default Map<String, String> headers(ErrorReport report) {
        return Map.of();
    }
}
