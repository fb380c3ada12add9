package org.errorpages.demo.loopback;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A port of 127.0.0.1 at which so many clients wait that the system ignores who else knocks. */
public final class FullQueue implements Endpoint {

    private static final int MORE_THAN_FIT = 8;
    private static final int PATIENCE_MILLIS = 200;

    private final ServerSocket door = new ServerSocket(0, 1, Endpoint.loopback());
    private final List<Socket> waiting = new ArrayList<>();

    /** Fills the queue; nobody is let in. */
    public FullQueue() throws IOException {
        boolean full = false;
        while (!full && waiting.size() < MORE_THAN_FIT) {
            full = !enters(new Socket());
        }
    }

    private boolean enters(Socket client) {
        waiting.add(client);
        try {
            client.connect(door.getLocalSocketAddress(), PATIENCE_MILLIS);
            return true;
        } catch (IOException full) {
            return false;
        }
    }

    @Override
    public int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (var client : waiting) {
            client.close();
        }
        door.close();
    }
}
