package org.errorpages.demo.gallery;

import java.util.Map;

/** Renders the page at one path of the gallery. */
public interface GalleryPage {

    /** Returns the page for a request. */
    Content render(GalleryRequest request);

    /**
     * A rendered page, to be sent with status 200.
     *
     * @param headers the header fields
     * @param html the document, to be sent in UTF-8
     */
    record Content(Map<String, String> headers, String html) {

        public Content {
            headers = Map.copyOf(headers);
        }
    }
}
