package org.errorpages.demo.loopback;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port of 127.0.0.1 that refuses every connection: bound, so nobody else can take it, but nobody listens. */
public final class ClosedPort implements Endpoint {

    private final Socket reservation = new Socket();

    /** Takes a port of its own. */
    public ClosedPort() throws IOException {
        reservation.bind(new InetSocketAddress(Endpoint.loopback(), 0));
    }

    @Override
    public int port() {
        return reservation.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        reservation.close();
    }
}
