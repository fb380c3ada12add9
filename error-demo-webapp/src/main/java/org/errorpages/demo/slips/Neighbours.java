package org.errorpages.demo.slips;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ServerSocketFactory;
import org.errorpages.demo.loopback.ClosedPort;
import org.errorpages.demo.loopback.Conversation;
import org.errorpages.demo.loopback.Endpoint;
import org.errorpages.demo.loopback.FullQueue;
import org.errorpages.demo.loopback.LoopbackServer;

/** Calls machines that are not there, and some that are and do not answer. */
final class Neighbours {

    private static final String STOCK_ROOM = "stock.harbour-books.invalid";
    private static final int PATIENCE_MILLIS = 200;

    private Neighbours() {}

    static Map<String, Slip> slips() {
        return Map.of(
                "host-unknown", () -> InetAddress.getAllByName(STOCK_ROOM),
                "host-unresolved", Neighbours::callUnresolved,
                "refused", () -> call(new ClosedPort()),
                "connect-timeout", () -> call(new FullQueue()),
                "read-timeout", () -> ask(Conversation.silent()),
                "connection-broken", () -> ask(Conversation.resetting()),
                "port-in-use", Neighbours::openTwice,
                "address-not-ours", () -> open(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1}), 0));
    }

    private static void callUnresolved() throws IOException {
        SocketChannel.open(InetSocketAddress.createUnresolved(STOCK_ROOM, 80)).close();
    }

    private static void call(Endpoint somebody) throws IOException {
        try (somebody;
                var caller = new Socket()) {
            caller.connect(new InetSocketAddress(Endpoint.loopback(), somebody.port()), PATIENCE_MILLIS);
        }
    }

    private static int ask(Conversation conversation) throws IOException {
        try (var server = LoopbackServer.start(conversation, ServerSocketFactory.getDefault());
                var caller = new Socket(Endpoint.loopback(), server.port())) {
            caller.setSoTimeout(PATIENCE_MILLIS);
            caller.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return caller.getInputStream().read();
        }
    }

    private static void openTwice() throws IOException {
        try (var reserved = new ClosedPort()) {
            open(Endpoint.loopback(), reserved.port());
        }
    }

    private static void open(InetAddress address, int port) throws IOException {
        new ServerSocket(port, 1, address).close();
    }
}
