package org.errorpages.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.errorpages.incident.IncidentId;
import org.errorpages.status.Disposition;
import org.errorpages.status.Status;

/**
 * A finished answer: all that a server has to send, whichever server it is.
 *
 * <p>Header names are tokens and values hold no control characters, so they can be sent as they are. Content-Length is
 * left to the server, which knows {@link #length()} and whether the request was HEAD.
 */
public final class ErrorResponse {

    private final Disposition disposition;
    private final Status status;
    private final IncidentId incident;
    private final Map<String, String> headers;
    private final byte[][] body;

    /**
     * Creates an answer.
     *
     * @param body the bytes; they belong to the answer from now on
     */
    public ErrorResponse(
            Disposition disposition, Status status, IncidentId incident, Map<String, String> headers, byte[] body) {
        this(disposition, status, incident, Collections.unmodifiableMap(new LinkedHashMap<>(headers)), new byte[][] {
            body
        });
    }

    /**
     * Creates an answer.
     *
     * @param headers the header fields, which nobody changes
     * @param body the bytes in parts, which nobody changes
     */
    ErrorResponse(
            Disposition disposition, Status status, IncidentId incident, Map<String, String> headers, byte[][] body) {
        this.disposition = Objects.requireNonNull(disposition);
        this.status = Objects.requireNonNull(status);
        this.incident = Objects.requireNonNull(incident);
        this.headers = headers;
        this.body = body;
    }

    /** Returns what is to be done with the answer. */
    public Disposition disposition() {
        return disposition;
    }

    /** Returns the status to send. */
    public Status status() {
        return status;
    }

    /** Returns the number of the incident, which the log holds as well. */
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

    /** Writes the body; the stream is neither flushed nor closed. */
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
