package org.errorpages.demo.loopback;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What a server does with one client. */
public interface Conversation {

    /** Listens and answers; the client is hung up on afterwards. */
    void with(Socket client) throws IOException;

    /** Reads the request, then resets the connection: with a linger of zero, close sends RST instead of FIN. */
    static Conversation resetting() {
        return client -> {
            readRequest(client);
            client.setSoLinger(true, 0);
        };
    }

    /** Reads the request, then says something. */
    static Conversation saying(String text) {
        return client -> {
            readRequest(client);
            client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        };
    }

    /** Says something before it has been asked, and waits until the client has had enough. */
    static Conversation interrupting(String text) {
        return client -> {
            client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            silent().with(client);
        };
    }

    /** Listens until the client has had enough. */
    static Conversation silent() {
        return client -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Reads up to the empty line; the requests of the shop have no body. */
    private static void readRequest(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        var line = in.readLine();
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
    }
}
