package org.errorpages.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.errorpages.container.RawAnswer;
import org.errorpages.container.RawClient;
import org.errorpages.container.TestServer;

/** One request on a connection of its own. */
final class Ask {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Ask() {}

    /** Returns the answer to GET. */
    static RawAnswer get(TestServer server, String path, String... headerLines) {
        return ask("GET", server, path, headerLines);
    }

    /** Returns the answer to a request without a body. */
    static RawAnswer ask(String method, TestServer server, String path, String... headerLines) {
        try (var client = RawClient.to(server).patient(PATIENCE)) {
            return client.ask(method, path, headerLines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
