package org.errorpages.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.errorpages.container.Container;
import org.errorpages.demo.launch.DemoServer;

/**
 * Serves the packed shop on a real server.
 *
 * @param closing stops the server
 * @param uri the address of the server
 */
record Shop(Runnable closing, URI uri) implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** The servers on which the same WAR is served. */
    enum On {
        JETTY,
        TOMCAT
    }

    /** Starts the shop in production or, as configured in its web.xml, in development mode. */
    static Shop open(On server, boolean production) throws Exception {
        if (production) {
            System.setProperty("errorpages.mode", "production");
        }
        try {
            if (server == On.TOMCAT) {
                var tomcat = Container.TOMCAT_11.serve(war());
                return new Shop(tomcat::close, URI.create("http://localhost:" + tomcat.port() + "/"));
            }
            var jetty = DemoServer.start(war(), 0);
            return new Shop(jetty::close, jetty.uri());
        } finally {
            System.clearProperty("errorpages.mode");
        }
    }

    /** Returns the packed shop. */
    static Path war() {
        return Path.of(Objects.requireNonNull(System.getProperty("demo.war"), "demo.war is set by the build"));
    }

    HttpResponse<String> ask(String method, String path, String accept, String language) throws Exception {
        var request = HttpRequest.newBuilder()
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", accept)
                .header("Accept-Language", language);
        return send(request, path);
    }

    HttpResponse<String> send(HttpRequest.Builder request, String path) throws Exception {
        return CLIENT.send(
                request.uri(uri.resolve(path)).timeout(Duration.ofSeconds(15)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<String> ask(String path, String accept, String language) throws Exception {
        return ask("GET", path, accept, language);
    }

    @Override
    public void close() {
        closing.run();
    }
}
