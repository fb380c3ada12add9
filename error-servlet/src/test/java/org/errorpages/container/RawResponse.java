package org.errorpages.container;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What came over the wire.
 *
 * @param statusLine the first line, empty if none came
 * @param headerLines the header as it was sent, with trailer fields after it
 * @param latin1 the body without its framing, as far as it came, a character for each byte
 * @param end how it ended
 */
public record RawAnswer(String statusLine, List<String> headerLines, String latin1, End end) {

    /** How an answer ended. */
    public enum End {
        /** With its last chunk, at its Content-Length, or without a body where none may be. */
        COMPLETE,
        /** With the connection, as the answer announced: it has no length. */
        WITH_CONNECTION,
        /** The connection was closed or reset before the end. */
        TRUNCATED,
        /** Nothing more came, and the connection stayed open. */
        TIMED_OUT
    }

    /** Returns what the client of the JDK has received, whole. */
    static RawAnswer of(HttpResponse<String> response) {
        var version = response.version() == HttpClient.Version.HTTP_2 ? "HTTP/2 " : "HTTP/1.1 ";
        var lines = response.headers().map().entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> field.getKey() + ": " + value))
                .toList();
        var latin1 = new String(response.body().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return new RawAnswer(version + response.statusCode(), lines, latin1, End.COMPLETE);
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
