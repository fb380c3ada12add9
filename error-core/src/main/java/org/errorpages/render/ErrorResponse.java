package org.errorpages.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.errorpages.incident.IncidentId;
import org.errorpages.status.Disposition;
import org.errorpages.status.Status;

/**
 * Holds a complete response: status, header fields and body.
 *
 * <p>Header names are tokens and values contain no control characters, so a server can send them unchanged. The server adds
 * Content-Length: it has {@link #length()} and knows whether the request was HEAD.
 */
public final class ErrorResponse {

    private final Disposition disposition;
    private final Status status;
    private final IncidentId incident;
    private final Map<String, String> headers;
    private final byte[][] body;

    /**
     * Creates a response. It keeps the map and the arrays, so they must not change afterwards.
     *
     * @param headers the unmodifiable header fields
     * @param body the bytes in parts
     */
    ErrorResponse(
            Disposition disposition, Status status, IncidentId incident, Map<String, String> headers, byte[]... body) {
        this.disposition = Objects.requireNonNull(disposition);
        this.status = Objects.requireNonNull(status);
        this.incident = Objects.requireNonNull(incident);
        this.headers = headers;
        this.body = body;
    }

    /** Returns how the response is sent. */
    public Disposition disposition() {
        return disposition;
    }

    /** Returns the status to send. */
    public Status status() {
        return status;
    }

    /** Returns the id of the incident, which the log shows as well. */
    public IncidentId incident() {
        return incident;
    }

    /** Returns the header fields to send, in order. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the number of bytes of the body. */
    public int length() {
        int length = 0;
        for (var part : body) {
            length += part.length;
        }
        return length;
    }

    /** Writes the body without flushing or closing the stream. */
    public void writeTo(OutputStream out) throws IOException {
        for (var part : body) {
            out.write(part);
        }
    }

    /** Returns the body as text. */
    public String text() {
        return new String(joined(body), StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[][] parts) {
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return status + " " + headers + "\n" + text();
    }
}
