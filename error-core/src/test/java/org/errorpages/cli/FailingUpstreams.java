package org.errorpages.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The servers behind a gateway: one is down, one never responds, and one responds with its own error page. */
final class FailingUpstreams implements AutoCloseable {

    static final String APPLICATION_PAGE = "the application's own page";

    /** Bound but not listening, so that no other process can use the port. */
    private final Socket dead = new Socket();

    /** The operating system accepts connections; nothing responds. */
    private final ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    private final HttpServer failing = HttpServer.create(address(), 0);

    FailingUpstreams() throws IOException {
        dead.bind(address());
        failing.createContext("/", FailingUpstreams::respond);
        failing.start();
    }

    int dead() {
        return dead.getLocalPort();
    }

    int silent() {
        return silent.getLocalPort();
    }

    int failing() {
        return failing.getAddress().getPort();
    }

    @Override
    public void close() throws IOException {
        failing.stop(0);
        silent.close();
        dead.close();
    }

    private static void respond(HttpExchange exchange) throws IOException {
        var body = APPLICATION_PAGE.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(503, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
