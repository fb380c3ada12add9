package org.errorpages.demo.slips;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Calls machines that are not there. */
final class Neighbours {

    private Neighbours() {}

    static String find(String host) throws IOException {
        return InetAddress.getByName(host).getHostAddress();
    }

    /** The port is bound, so that nobody else can take it, but nobody listens. */
    static int callClosedPort() throws IOException {
        try (var reserved = new Socket();
                var caller = new Socket()) {
            reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            caller.connect(reserved.getLocalSocketAddress(), 1_000);
            return caller.getPort();
        }
    }
}
