package org.errorpages.demo.gallery;

import java.util.Map;

/**
 * A page to look at, to be sent with status 200.
 *
 * @param headers the header fields
 * @param text the document, to be sent in UTF-8
 */
public record Page(Map<String, String> headers, String text) {

    public Page {
        headers = Map.copyOf(headers);
    }
}
