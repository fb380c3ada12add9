package org.errorpages.demo.loopback;

import java.io.Closeable;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Something on a port of 127.0.0.1, until it is closed. */
public interface Endpoint extends Closeable {

    /** Returns the number of the port. */
    int port();

    /** Returns 127.0.0.1, also where the JVM prefers IPv6. */
    static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
