package org.errorpages.tracing;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.errorpages.ErrorPages;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.servlet.ErrorPageFilter;

/** Serves one failing servlet, requests it a few times and marks the last request for {@link MethodTrace}. */
public final class TracedServer {

    /** The number of requests before the traced one: a public response is cached from its second use. */
    private static final int WARM_UP = 5;

    private TracedServer() {}

    /** Fails; {@link MethodTrace} starts at its exception. */
    @SuppressWarnings("serial")
    public static final class Shop extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            thrown();
            throw new IllegalStateException("the shelf is empty", new IOException("disk full"));
        }
    }

    /** Marks the throw of an exception. */
    static void thrown() {}

    /** Marks the start of the last request. */
    static void lastRequest() {}

    /** Marks the end of the last response. */
    static void responded() {}

    /** Runs the server; the argument is the mode. */
    public static void main(String[] arguments) throws Exception {
        var config = ErrorPagesConfig.from(Map.of("mode", arguments[0]));
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var context = new ServletContextHandler("/");
        context.addServlet(Shop.class, "/shop");
        context.addFilter(
                new FilterHolder(new ErrorPageFilter(ErrorPages.of(config))), "/*", EnumSet.of(DispatcherType.REQUEST));
        server.setHandler(context);
        server.start();
        try {
            var shop = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/shop");
            var request =
                    HttpRequest.newBuilder(shop).header("Accept", "text/html").build();
            var client = HttpClient.newHttpClient();
            for (int i = 0; i < WARM_UP; i++) {
                client.send(request, BodyHandlers.ofString());
            }
            lastRequest();
            var status = client.send(request, BodyHandlers.ofString()).statusCode();
            responded();
            if (status != 500) {
                throw new IllegalStateException("status " + status);
            }
        } finally {
            server.stop();
        }
    }
}
