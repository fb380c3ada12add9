package org.errorpages.evidence;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;

/** A server on a free port of 127.0.0.1 that has the same bad manners with every client, until it is closed. */
final class FailingUpstream implements Endpoint {

    private static final int BACKLOG = 50;

    private final String scheme;
    private final ServerSocket door;
    private final Misbehaviour misbehaviour;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    private FailingUpstream(String scheme, ServerSocketFactory sockets, Misbehaviour misbehaviour) throws IOException {
        this.scheme = scheme;
        this.door = sockets.createServerSocket(0, BACKLOG, Endpoint.loopback());
        this.misbehaviour = misbehaviour;
        start(this::welcome);
    }

    static FailingUpstream plain(Misbehaviour misbehaviour) throws IOException {
        return new FailingUpstream("http", ServerSocketFactory.getDefault(), misbehaviour);
    }

    /** Shows the certificate of an alias, and would answer if a client accepted that. */
    static FailingUpstream showing(String certificate) throws IOException {
        var sockets = Certificates.server(certificate).getServerSocketFactory();
        return new FailingUpstream("https", sockets, Misbehaviour.saying(Misbehaviour.answer("204 No Content")));
    }

    @Override
    public String scheme() {
        return scheme;
    }

    @Override
    public int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var client : clients) {
            client.close();
        }
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                clients.add(client);
                start(() -> talkTo(client));
            } catch (IOException e) {
                // the test is over
            }
        }
    }

    private void talkTo(Socket client) {
        try (client) {
            misbehaviour.towards(client);
        } catch (IOException e) {
            // the client left, which is what many of them do here
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "failing upstream");
        thread.setDaemon(true);
        thread.start();
    }
}
