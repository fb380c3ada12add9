package org.errorpages.classify;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Starts a server on a free local port that misbehaves. */
final class MisbehavingServer implements AutoCloseable {

    /** Handles a connection after the first read. */
    private interface Behaviour {

        void serve(Socket connection) throws IOException;
    }

    private final ServerSocket listening;

    private MisbehavingServer(Behaviour behaviour) throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(() -> serve(behaviour), "misbehaving server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the address of a closed port. */
    static URI refusing() throws IOException {
        try (var free = new MisbehavingServer(connection -> {})) {
            return free.uri();
        }
    }

    static MisbehavingServer silent() throws IOException {
        return new MisbehavingServer(connection -> {
            while (connection.getInputStream().read() >= 0) {
                // reads on and sends nothing
            }
        });
    }

    static MisbehavingServer resetting() throws IOException {
        return new MisbehavingServer(connection -> connection.setSoLinger(true, 0));
    }

    static MisbehavingServer closing() throws IOException {
        return new MisbehavingServer(connection -> {});
    }

    static MisbehavingServer sending(String response) throws IOException {
        return new MisbehavingServer(connection -> {
            connection.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
            connection.shutdownOutput();
        });
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void serve(Behaviour behaviour) {
        while (!listening.isClosed()) {
            try (var connection = listening.accept()) {
                var buffer = new byte[8192];
                if (connection.getInputStream().read(buffer) >= 0) {
                    behaviour.serve(connection);
                }
            } catch (IOException gone) {
                // the client has disconnected, or the test is over
            }
        }
    }
}
