package org.errorpages.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Runs a real container with one application on a free port of 127.0.0.1.
 *
 * @param port the port
 * @param launcher the launcher that stops it
 */
public record TestServer(int port, Launcher launcher) implements AutoCloseable {

    private static final HttpClient HTTP_1 = client(HttpClient.Version.HTTP_1_1);
    private static final HttpClient HTTP_2 = client(HttpClient.Version.HTTP_2);

    private static HttpClient client(HttpClient.Version version) {
        return HttpClient.newBuilder()
                .version(version)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Returns the response to a request with the given header names and values. */
    public HttpResponse<String> send(String method, String path, String... headers) {
        try {
            return exchange(HTTP_1, method, path, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the response to GET. */
    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    /**
     * Returns the response over HTTP/2, to which the client upgrades.
     *
     * @throws IOException if the stream is reset
     */
    public HttpResponse<String> sendOverHttp2(String method, String path, String... headers) throws IOException {
        return exchange(HTTP_2, method, path, headers);
    }

    private HttpResponse<String> exchange(HttpClient client, String method, String path, String... headers)
            throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Exchanges.answered(port, requestHead(method, path, headers), RawResponse.of(answer));
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String requestHead(String method, String path, String... headers) {
        var lines = new StringBuilder(method + " " + path);
        for (int i = 0; i < headers.length; i += 2) {
            lines.append("\r\n").append(headers[i]).append(": ").append(headers[i + 1]);
        }
        return lines.toString();
    }

    /** Returns all bytes that the container sends for a request until it closes the connection. */
    public String raw(String method, String path) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            var head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Undeploys the application; the server and its threads continue. */
    public void undeploy() throws Exception {
        launcher.undeploy();
    }

    @Override
    public void close() {
        try {
            launcher.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
