package org.errorpages.incident.store;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.errorpages.render.ErrorResponse;

/**
 * What is answered to a developer who looks something up: like a {@link ErrorResponse}, but nothing has failed.
 *
 * @param code the status code to send
 * @param headers the header fields to send, in order
 * @param body the bytes; they belong to the answer from now on
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares replies.
public record ViewerResponse(int code, Map<String, String> headers, byte[] body) {

    public ViewerResponse {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Returns the body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
