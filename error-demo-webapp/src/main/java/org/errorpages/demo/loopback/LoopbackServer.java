package org.errorpages.demo.loopback;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import org.errorpages.demo.threads.DaemonThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server on a free port of 127.0.0.1 that has the same conversation with every client, each in its own thread. */
public final class LoopbackServer implements Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);
    private static final int BACKLOG = 50;
    private static final int PATIENCE_SECONDS = 5;

    private final Conversation conversation;
    private final ServerSocket door;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(new DaemonThreads("loopback-server"));

    private LoopbackServer(Conversation conversation, ServerSocket door) {
        this.conversation = conversation;
        this.door = door;
    }

    /** Opens a server; the sockets say whether it speaks TLS. */
    public static LoopbackServer start(Conversation conversation, ServerSocketFactory sockets) throws IOException {
        var server = new LoopbackServer(conversation, sockets.createServerSocket(0, BACKLOG, Endpoint.loopback()));
        server.threads.execute(server::welcome);
        return server;
    }

    @Override
    public int port() {
        return door.getLocalPort();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                clients.add(client);
                threads.execute(() -> talkTo(client));
            } catch (IOException | RejectedExecutionException e) {
                LOG.debug("a client was not let in", e);
            }
        }
    }

    private void talkTo(Socket client) {
        try (client) {
            conversation.with(client);
        } catch (IOException e) {
            LOG.debug("a client hung up", e);
        } finally {
            clients.remove(client);
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        door.close();
        for (var client : clients) {
            client.close();
        }
        awaitThreads();
    }

    /** The port is free only when the thread at the door has left it. */
    private void awaitThreads() throws IOException {
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("a conversation goes on at port " + port());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
