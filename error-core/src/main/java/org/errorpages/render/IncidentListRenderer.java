package org.errorpages.render;

import org.errorpages.media.Offer;
import org.errorpages.report.IncidentList;

/** Turns a list of incidents into the bytes of one form. */
public interface IncidentListRenderer extends Offer {

    /** Returns the value of the Content-Type header. */
    String contentType();

    /** Returns the Content-Security-Policy of the form. */
    default String policy() {
        return "default-src 'none'; frame-ancestors 'none'";
    }

    /** Returns the body in the charset of the content type. */
    byte[] render(IncidentList list);
}
