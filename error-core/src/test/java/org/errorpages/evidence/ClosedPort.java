package org.errorpages.evidence;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Reserves a port that refuses every connection: it is bound, but does not listen. */
final class ClosedPort implements Endpoint {

    private final Socket reservation = new Socket();

    ClosedPort() throws IOException {
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
