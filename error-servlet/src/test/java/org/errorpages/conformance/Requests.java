package org.errorpages.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.errorpages.container.RawClient;
import org.errorpages.container.RawResponse;
import org.errorpages.container.TestServer;

/** Sends single requests, each on a new connection. */
final class Requests {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private Requests() {}

    /** Returns the response to GET. */
    static RawResponse get(TestServer server, String path, String... headerLines) {
        return send("GET", server, path, headerLines);
    }

    /** Returns the response to a request without a body. */
    static RawResponse send(String method, TestServer server, String path, String... headerLines) {
        try (var client = RawClient.to(server).withTimeout(TIMEOUT)) {
            return client.send(method, path, headerLines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
