package org.errorpages.container;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Holds a response as received.
 *
 * @param statusLine the first line, empty if missing
 * @param headerLines the header as it was sent, with trailer fields after it
 * @param latin1 the body without framing, as far as received, one character per byte
 * @param end the kind of end
 */
public record RawResponse(String statusLine, List<String> headerLines, String latin1, End end) {

    /** Lists the kinds of end of a response. */
    public enum End {
        /** The response ended with its last chunk, at its Content-Length, or has no body by definition. */
        COMPLETE,
        /** The response ended with the connection, as announced, because it has no length. */
        WITH_CONNECTION,
        /** The connection was closed or reset before the end. */
        TRUNCATED,
        /** The rest of the response is missing and the connection is open. */
        TIMED_OUT
    }

    /** Returns what the client of the JDK has received, whole. */
    static RawResponse of(HttpResponse<String> response) {
        var version = response.version() == HttpClient.Version.HTTP_2 ? "HTTP/2 " : "HTTP/1.1 ";
        var lines = response.headers().map().entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> field.getKey() + ": " + value))
                .toList();
        var latin1 = new String(response.body().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return new RawResponse(version + response.statusCode(), lines, latin1, End.COMPLETE);
    }

    public int status() {
        return statusLine.isEmpty() ? 0 : Integer.parseInt(statusLine.split(" ", 3)[1]);
    }

    /** Returns the values of a header field, in order. */
    public List<String> headers(String name) {
        var start = name + ":";
        return headerLines.stream()
                .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }

    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** Returns the bytes of the body. */
    public byte[] bytes() {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns the body as UTF-8. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return end + ": " + statusLine + " " + headerLines + "\n" + text();
    }
}
