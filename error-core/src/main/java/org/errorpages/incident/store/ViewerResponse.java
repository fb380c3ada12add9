package org.errorpages.incident.store;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response of the incident viewer.
 *
 * @param code the status code
 * @param headers the header fields, in order
 * @param body the bytes, which the response owns from now on
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares responses.
public record ViewerResponse(int code, Map<String, String> headers, byte[] body) {

    public ViewerResponse {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Returns the body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
