package org.errorpages.evidence;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Opens a port with a full accept queue, so that the system drops further connections. */
final class FullQueue implements Endpoint {

    private static final int MORE_THAN_FIT = 8;
    private static final int UNTIL_IT_IS_FULL = 300;

    private final ServerSocket door = new ServerSocket(0, 1, Endpoint.loopback());
    private final Set<Socket> waiting = ConcurrentHashMap.newKeySet();

    FullQueue() throws IOException {
        boolean full = false;
        for (int i = 0; i < MORE_THAN_FIT && !full; i++) {
            full = !enters(new Socket());
        }
    }

    @Override
    public int port() {
        return door.getLocalPort();
    }

    private boolean enters(Socket socket) {
        try {
            waiting.add(socket);
            socket.connect(door.getLocalSocketAddress(), UNTIL_IT_IS_FULL);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (var socket : waiting) {
            socket.close();
        }
        door.close();
    }
}
