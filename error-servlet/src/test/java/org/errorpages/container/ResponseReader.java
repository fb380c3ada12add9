package org.errorpages.container;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.errorpages.container.RawResponse.End;

/** Reads one response as far as it arrives (RFC 9112, section 6.3). */
final class ResponseReader {

    private final InputStream in;
    private final List<String> headerLines = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private String statusLine = "";

    ResponseReader(InputStream in) {
        this.in = in;
    }

    RawResponse read(boolean head) {
        var end = readAll(head);
        return new RawResponse(statusLine, List.copyOf(headerLines), body.toString(StandardCharsets.ISO_8859_1), end);
    }

    private End readAll(boolean head) {
        try {
            do {
                statusLine = line();
                headerLines.clear();
                readFields();
            } while (statusLine.matches("HTTP/1\\.1 10[023].*"));
            return head || statusLine.matches("\\S+ (204|304|101).*") ? End.COMPLETE : readBody();
        } catch (SocketTimeoutException e) {
            return End.TIMED_OUT;
        } catch (IOException e) {
            return End.TRUNCATED;
        }
    }

    private void readFields() throws IOException {
        for (var line = line(); !line.isEmpty(); line = line()) {
            headerLines.add(line);
        }
    }

    private End readBody() throws IOException {
        var header = new RawResponse(statusLine, headerLines, "", End.COMPLETE);
        if (header.header("Transfer-Encoding")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            readChunks();
            return End.COMPLETE;
        }
        var length = header.header("Content-Length");
        if (length.isPresent()) {
            readBytes(Long.parseLong(length.get()));
            return End.COMPLETE;
        }
        in.transferTo(body);
        return End.WITH_CONNECTION;
    }

    private void readChunks() throws IOException {
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            readBytes(size);
            line();
        }
        readFields();
    }

    private long chunkSize() throws IOException {
        return Long.parseLong(line().replaceFirst(";.*", "").strip(), 16);
    }

    private void readBytes(long count) throws IOException {
        for (long i = 0; i < count; i++) {
            body.write(next());
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = next(); next != '\n'; next = next()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private int next() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }
}
