package org.errorpages.classify;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A server on a free port of this machine that answers no request as it should. */
final class RudeServer implements AutoCloseable {

    /** What it does with a connection, after it has read of the request. */
    private interface Manners {

        void serve(Socket connection) throws IOException;
    }

    private final ServerSocket listening;

    private RudeServer(Manners manners) throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(() -> serve(manners), "rude server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns an address on which nobody listens. */
    static URI refusing() throws IOException {
        try (var free = new RudeServer(connection -> {})) {
            return free.uri();
        }
    }

    static RudeServer silent() throws IOException {
        return new RudeServer(connection -> {
            while (connection.getInputStream().read() >= 0) {
                // reads on and says nothing
            }
        });
    }

    static RudeServer resetting() throws IOException {
        return new RudeServer(connection -> connection.setSoLinger(true, 0));
    }

    static RudeServer hangingUp() throws IOException {
        return new RudeServer(connection -> {});
    }

    static RudeServer saying(String response) throws IOException {
        return new RudeServer(connection -> {
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

    private void serve(Manners manners) {
        while (!listening.isClosed()) {
            try (var connection = listening.accept()) {
                var buffer = new byte[8192];
                if (connection.getInputStream().read(buffer) >= 0) {
                    manners.serve(connection);
                }
            } catch (IOException gone) {
                // the client left, or the test is over
            }
        }
    }
}
