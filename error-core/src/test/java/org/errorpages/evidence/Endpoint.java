package org.errorpages.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;

/** Represents a server on a port of 127.0.0.1, until it is closed. */
interface Endpoint extends Closeable {

    int port();

    default String scheme() {
        return "http";
    }

    default URI uri() {
        return URI.create(scheme() + "://127.0.0.1:" + port() + "/");
    }

    /** Returns 127.0.0.1, even if the JVM prefers IPv6. */
    static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
