package org.errorpages.demo.provider;

import java.io.Closeable;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Something on a port of 127.0.0.1, until it is closed. */
interface Endpoint extends Closeable {

    int port();

    /** Returns 127.0.0.1, also where the JVM prefers IPv6. */
    static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
