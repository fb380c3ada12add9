package org.errorpages.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.errorpages.ErrorPages;
import org.errorpages.ErrorPagesConfig;

/**
 * Measures a new JVM: the start of a server with one servlet, with and without the framework, and its first two failures.
 *
 * <p>Each figure is the median of {@value #ROUNDS} new JVMs, alternating between the two kinds.
 */
public final class ColdStart {

    private static final int ROUNDS = 11;

    /** A configuration like that of an application; without it Logback writes all debug messages of Thymeleaf. */
    private static final Path LOGGING =
            Path.of("src", "jmh", "resources", "logback-cold-start.xml").toAbsolutePath();

    private ColdStart() {}

    /** The two kinds of server: with Jetty's own error page, or with the framework. */
    private enum Kind {
        JETTY,
        ERRORPAGES
    }

    /** Throws on each request. */
    @SuppressWarnings("serial")
    public static final class Shop extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            throw new IllegalStateException("no order");
        }
    }

    /** Measures one start if the arguments name a kind, else starts JVMs and prints a table. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals("once")) {
            once(Kind.valueOf(arguments[1]));
            return;
        }
        System.out.printf("%-12s %18s %18s %18s%n", "cold, ms", "start", "first failure", "second failure");
        var figures = List.of(new ArrayList<List<Double>>(), new ArrayList<List<Double>>());
        for (int round = 0; round < ROUNDS; round++) {
            for (var kind : Kind.values()) {
                figures.get(kind == Kind.JETTY ? 0 : 1).add(inNewJvm(kind));
            }
        }
        for (var kind : Kind.values()) {
            print(kind, figures.get(kind == Kind.JETTY ? 0 : 1));
        }
    }

    private static List<Double> inNewJvm(Kind kind) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "java",
                        "-Dlogback.configurationFile=" + LOGGING,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdStart.class.getName(),
                        "once",
                        kind.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (process.waitFor() != 0) {
            throw new IOException("JVM failed: " + printed);
        }
        return List.of(printed.substring(printed.lastIndexOf('\n') + 1).split(" ", -1)).stream()
                .map(Double::valueOf)
                .toList();
    }

    private static void once(Kind kind) throws Exception {
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var context = new ServletContextHandler("/");
        context.addServlet(Shop.class, "/shop");
        server.setHandler(context);
        long start = System.nanoTime();
        if (kind == Kind.ERRORPAGES) {
            context.addServletContainerInitializer(
                    new ErrorPagesInitializer(ErrorPages.of(ErrorPagesConfig.defaults())));
        }
        server.start();
        long started = System.nanoTime();
        sendRequest(connector.getLocalPort());
        long first = System.nanoTime();
        sendRequest(connector.getLocalPort());
        long second = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "%.1f %.1f %.1f%n",
                (started - start) / 1e6,
                (first - started) / 1e6,
                (second - first) / 1e6);
        server.stop();
    }

    private static void sendRequest(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request = String.join(
                    "\r\n",
                    "GET /shop HTTP/1.1",
                    "Host: shop",
                    "Accept: text/html",
                    "Accept-Language: ko",
                    "Connection: close",
                    "",
                    "");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!response.startsWith("HTTP/1.1 500 ")) {
                throw new IOException("unexpected response: " + response);
            }
        }
    }

    private static void print(Kind kind, List<List<Double>> figures) {
        System.out.printf("%-12s", kind.name().toLowerCase(Locale.ROOT));
        for (int column = 0; column < 3; column++) {
            int at = column;
            var sorted = figures.stream().map(figure -> figure.get(at)).sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    " %6.0f (%.0f–%.0f)",
                    sorted.get(sorted.size() / 2),
                    sorted.get(0),
                    sorted.get(sorted.size() - 1));
        }
        System.out.println();
    }
}
