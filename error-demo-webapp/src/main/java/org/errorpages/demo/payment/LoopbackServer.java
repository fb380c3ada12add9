package org.errorpages.demo.payment;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import org.errorpages.demo.shop.DaemonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server on a free port of 127.0.0.1 that handles every client alike, each in its own thread. */
final class LoopbackServer implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);
    private static final int BACKLOG = 50;
    private static final int STOP_TIMEOUT_SECONDS = 5;

    private final ClientHandler handler;
    private final ServerSocket serverSocket;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(new DaemonThreadFactory("loopback-server"));

    /** Reads from and writes to one client, whose connection is closed afterwards. */
    interface ClientHandler {

        void handle(Socket client) throws IOException;
    }

    private LoopbackServer(ClientHandler handler, ServerSocket serverSocket) {
        this.handler = handler;
        this.serverSocket = serverSocket;
    }

    /** Starts a server; the socket factory decides whether it speaks TLS. */
    static LoopbackServer start(ClientHandler handler, ServerSocketFactory sockets) throws IOException {
        var server = new LoopbackServer(handler, sockets.createServerSocket(0, BACKLOG, address()));
        server.threads.execute(server::acceptClients);
        return server;
    }

    /** Returns 127.0.0.1, also where the JVM prefers IPv6. */
    static InetAddress address() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    int port() {
        return serverSocket.getLocalPort();
    }

    private void acceptClients() {
        while (!serverSocket.isClosed()) {
            try {
                var client = serverSocket.accept();
                clients.add(client);
                threads.execute(() -> handle(client));
            } catch (IOException | RejectedExecutionException e) {
                LOG.debug("connection not accepted", e);
            }
        }
    }

    private void handle(Socket client) {
        try (client) {
            handler.handle(client);
        } catch (IOException e) {
            LOG.debug("client closed the connection", e);
        } finally {
            clients.remove(client);
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        serverSocket.close();
        for (var client : clients) {
            client.close();
        }
        awaitThreads();
    }

    /** The port is free only when the accepting thread has ended. */
    private void awaitThreads() throws IOException {
        try {
            if (!threads.awaitTermination(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the server at port " + port() + " does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
