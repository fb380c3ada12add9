package org.errorpages.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Defines the behaviour of a server towards a connected client. */
interface ServerBehaviour {

    String LENGTH_99 = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 99\r\n\r\nshort";
    String CHUNK_OF_16 = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nshort";

    void serve(Socket client) throws IOException;

    /** Reads the request, then closes the connection. */
    static ServerBehaviour closing() {
        return ServerBehaviour::readRequest;
    }

    /** Reads the request, then resets the connection: with a linger of zero, close sends RST instead of FIN. */
    static ServerBehaviour resetting() {
        return client -> {
            readRequest(client);
            client.setSoLinger(true, 0);
        };
    }

    /** Sends the beginning of a response, then resets the connection. */
    static ServerBehaviour resettingAfter(String text) {
        return client -> {
            sending(text).serve(client);
            pause();
            client.setSoLinger(true, 0);
        };
    }

    /** Reads the request, sends a text and closes the connection. */
    static ServerBehaviour sending(String text) {
        return client -> {
            readRequest(client);
            client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
        };
    }

    /** Sends a text and then nothing until the client disconnects. */
    static ServerBehaviour silentAfter(String text) {
        return client -> {
            sending(text).serve(client);
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
    }

    /** Sends a text after the first byte of a request of any protocol, and reads on. */
    static ServerBehaviour replying(String text) {
        return client -> {
            var unused = client.getInputStream().read();
            client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
    }

    /** Returns a response without a body. */
    static String response(String statusLine, String... fields) {
        return "HTTP/1.1 " + statusLine + "\r\nContent-Length: 0\r\n"
                + String.join(
                        "", Arrays.stream(fields).map(field -> field + "\r\n").toList()) + "\r\n";
    }

    /** Reads the request header; the requests have no body. */
    private static void readRequest(Socket client) throws IOException {
        var in = client.getInputStream();
        int last = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            last = last << 8 | next;
            if (last == 0x0D0A0D0A) {
                return;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
