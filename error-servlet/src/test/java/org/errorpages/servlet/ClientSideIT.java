package org.errorpages.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.errorpages.container.Container;
import org.errorpages.container.Option;
import org.errorpages.container.Servers;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests failures that the client causes. */
final class ClientSideIT {

    @RegisterExtension
    static final Servers SERVERS = Servers.of(folder -> WarFolder.with(folder, ""), Option.IMPATIENT);

    private static TestServer on(Container container) {
        return SERVERS.on(container);
    }

    @ParameterizedTest
    // Undertow closes the connection itself and then fails with a NullPointerException.
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNDERTOW")
    void aSlowRequestBodyResultsIn408(Container container) throws IOException {
        var answer = talk(container, "POST /talk/read HTTP/1.1", "Content-Length: 100", "only this");

        assertThat(answer).startsWith("HTTP/1.1 408").contains("Content-Language: en");
    }

    @ParameterizedTest
    @EnumSource
    void anInvalidQueryResultsIn400(Container container) throws IOException {
        var answer = talk(container, "GET /talk/parameter?type=%zz HTTP/1.1", "Connection: close", "");

        assertThat(answer).matches("(?s)HTTP/1\\.1 (400|200).*").doesNotContainPattern("\\b500\\b");
    }

    @ParameterizedTest
    @EnumSource
    void aTooLargePartResultsIn413(Container container) throws IOException {
        var part = "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n" + "y".repeat(300)
                + "\r\n--x--\r\n";
        var headers = "Content-Type: multipart/form-data; boundary=x\r\nConnection: close\r\nContent-Length: "
                + part.length();

        var answer = talk(container, "POST /talk/parts HTTP/1.1", headers, part);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("Content-Language: en", "Connection: close");
    }

    @ParameterizedTest
    @EnumSource
    void aDisconnectAffectsOnlyItsOwnResponse(Container container) throws IOException {
        try (var socket = open(container)) {
            send(socket, "GET /talk/endless HTTP/1.1", "Connection: close", "");
            socket.getInputStream().readNBytes(1_000);
            socket.setSoLinger(true, 0);
        }

        assertThat(on(container).get("/ok").statusCode()).isEqualTo(200);
    }

    private static String talk(Container container, String requestLine, String headers, String body)
            throws IOException {
        try (var socket = open(container)) {
            send(socket, requestLine, headers, body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Socket open(Container container) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), on(container).port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void send(Socket socket, String requestLine, String headers, String body) throws IOException {
        var request = requestLine + "\r\nHost: localhost\r\nAccept: text/html\r\nAccept-Language: en\r\n" + headers
                + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
