package org.errorpages.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** An HTTP client that keeps its connection and reports bytes as received: no retries, no redirects. */
public final class RawClient implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private String requestHead = "";

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Connects with a read timeout of five seconds. */
    public static RawClient to(TestServer server) throws IOException {
        return to(server.port());
    }

    /** Connects to a server on this machine with a read timeout of five seconds. */
    public static RawClient to(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        return new RawClient(socket).withTimeout(Duration.ofSeconds(5));
    }

    /** Sets the read timeout. */
    public RawClient withTimeout(Duration wait) throws IOException {
        socket.setSoTimeout((int) wait.toMillis());
        return this;
    }

    /** Sends a request without a body and returns the response. */
    public RawResponse send(String method, String path, String... headerLines) throws IOException {
        return send(head(method, path, headerLines));
    }

    /** Sends GET and returns the response. */
    public RawResponse get(String path, String... headerLines) throws IOException {
        return send("GET", path, headerLines);
    }

    /** Sends a complete request text and returns the response. */
    public RawResponse send(String request) throws IOException {
        write(request);
        return readResponse(request.startsWith("HEAD "));
    }

    /** Sends a part of a request text. */
    public void write(String text) throws IOException {
        if (text.contains(" HTTP/1.1\r\n")) {
            requestHead = text.split("\r\n\r\n", 2)[0];
        }
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Reads the next response; that to HEAD has no body. */
    public RawResponse readResponse(boolean head) {
        var response = new ResponseReader(in).read(head);
        Exchanges.answered(socket.getPort(), requestHead, response);
        return response;
    }

    /** Returns the text of a request up to and including the empty line. */
    public static String head(String method, String path, String... headerLines) {
        var lines = headerLines.length == 0 ? "" : String.join("\r\n", headerLines) + "\r\n";
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n";
    }

    /** Returns whether the server closes or resets the connection within the time without sending more bytes. */
    public boolean isClosedWithin(Duration wait) throws IOException {
        int before = socket.getSoTimeout();
        socket.setSoTimeout((int) wait.toMillis());
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        } finally {
            socket.setSoTimeout(before);
        }
    }

    /** Resets the connection. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
