package org.errorpages.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a server does with a client that has connected. */
interface Misbehaviour {

    String LENGTH_99 = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 99\r\n\r\nshort";
    String CHUNK_OF_16 = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nshort";

    void towards(Socket client) throws IOException;

    /** Reads the request, then hangs up without a word. */
    static Misbehaviour hangingUp() {
        return Misbehaviour::readRequest;
    }

    /** Reads the request, then resets the connection: with a linger of zero, close sends RST instead of FIN. */
    static Misbehaviour resetting() {
        return client -> {
            readRequest(client);
            client.setSoLinger(true, 0);
        };
    }

    /** Begins to answer, lets the client read it, and resets the connection. */
    static Misbehaviour resettingAfter(String text) {
        return client -> {
            saying(text).towards(client);
            pause();
            client.setSoLinger(true, 0);
        };
    }

    /** Reads the request, says something and hangs up. */
    static Misbehaviour saying(String text) {
        return client -> {
            readRequest(client);
            client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
        };
    }

    /** Says something and then nothing more, until the client has had enough. */
    static Misbehaviour silentAfter(String text) {
        return client -> {
            saying(text).towards(client);
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
    }

    /** Says something after the first octets of a request, whatever its protocol, and listens on. */
    static Misbehaviour replying(String text) {
        return client -> {
            var unused = client.getInputStream().read();
            client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
    }

    /** Returns an answer without a body. */
    static String answer(String statusLine, String... fields) {
        return "HTTP/1.1 " + statusLine + "\r\nContent-Length: 0\r\n"
                + String.join(
                        "", Arrays.stream(fields).map(field -> field + "\r\n").toList()) + "\r\n";
    }

    /** Reads up to the empty line; no request of these tests has a body. */
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
