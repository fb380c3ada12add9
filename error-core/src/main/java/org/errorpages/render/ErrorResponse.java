package org.errorpages.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.errorpages.incident.IncidentId;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict.Disposition;

/**
 * A complete response: status, header fields and body.
 *
 * <p>Header names are tokens and values contain no control characters, so a server can send them unchanged. The server adds
 * Content-Length: it has {@link #length()} and knows whether the request was HEAD.
 *
 * @param incident the id of the incident, which the log shows as well
 * @param headers the unmodifiable header fields to send, in order
 * @param body the bytes in parts, which must not change
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares responses.
public record ErrorResponse(
        Disposition disposition, Status status, IncidentId incident, Map<String, String> headers, byte[]... body) {

    public ErrorResponse {
        Objects.requireNonNull(disposition);
        Objects.requireNonNull(status);
        Objects.requireNonNull(incident);
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
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Returns the body in one array. */
    public byte[] bytes() {
        return joined(body);
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
