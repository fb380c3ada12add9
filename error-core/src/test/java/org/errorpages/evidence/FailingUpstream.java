package org.errorpages.evidence;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;

/** Starts a server on a free port of 127.0.0.1 that treats every client with the same behaviour. */
final class FailingUpstream implements Endpoint {

    private static final int BACKLOG = 50;

    private final String scheme;
    private final ServerSocket serverSocket;
    private final ServerBehaviour behaviour;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    private FailingUpstream(String scheme, ServerSocketFactory sockets, ServerBehaviour behaviour) throws IOException {
        this.scheme = scheme;
        this.serverSocket = sockets.createServerSocket(0, BACKLOG, Endpoint.loopback());
        this.behaviour = behaviour;
        start(this::accept);
    }

    static FailingUpstream plain(ServerBehaviour behaviour) throws IOException {
        return new FailingUpstream("http", ServerSocketFactory.getDefault(), behaviour);
    }

    /** Returns a server with the certificate of an alias, which responds if a client accepts it. */
    static FailingUpstream withCertificate(String certificate) throws IOException {
        var sockets = Certificates.server(certificate).getServerSocketFactory();
        return new FailingUpstream(
                "https", sockets, ServerBehaviour.sending(ServerBehaviour.response("204 No Content")));
    }

    @Override
    public String scheme() {
        return scheme;
    }

    @Override
    public int port() {
        return serverSocket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        serverSocket.close();
        for (var client : clients) {
            client.close();
        }
    }

    private void accept() {
        while (!serverSocket.isClosed()) {
            try {
                var client = serverSocket.accept();
                clients.add(client);
                start(() -> serve(client));
            } catch (IOException e) {
                // the test is over
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            behaviour.serve(client);
        } catch (IOException e) {
            // the client has disconnected, as many do here
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "failing upstream");
        thread.setDaemon(true);
        thread.start();
    }
}
