package org.errorpages.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The servers behind a gateway: one is dead, one never answers, and one fails with a page of its own. */
final class FailingUpstreams implements AutoCloseable {

    static final String OWN_PAGE = "the application's own page";

    /** Bound, so that nobody else can take the port, but nobody listens. */
    private final Socket dead = new Socket();

    /** The system accepts what nobody here does. */
    private final ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    private final HttpServer failing = HttpServer.create(address(), 0);

    FailingUpstreams() throws IOException {
        dead.bind(address());
        failing.createContext("/", FailingUpstreams::answer);
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

    private static void answer(HttpExchange exchange) throws IOException {
        var body = OWN_PAGE.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(503, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
