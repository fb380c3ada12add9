package org.errorpages.evidence;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Provides failures of local connections. */
final class NetworkHints {

    private NetworkHints() {}

    static List<HintCase> all() {
        return List.of(
                HintCase.stub(
                                "refused-service",
                                "Nobody listens at db:5432; port 5432 is usually PostgreSQL",
                                new IllegalStateException(
                                        "Connection to db:5432 refused. Check that the hostname and port are correct",
                                        new ConnectException("Connection refused")))
                        .saying("nc -vz db 5432"),
                HintCase.stub(
                        "refused-service",
                        "Nobody listens at ledger:5432; port 5432 is usually PostgreSQL",
                        new SQLException(
                                "Connection to ledger:5432 refused. Check that the hostname and port are correct",
                                "08001",
                                new ConnectException("Connection refused"))),
                HintCase.of("refused-at", "Nobody listens at 127.0.0.1:", NetworkHints::refusedWithAddress),
                HintCase.of("refused", "Nobody listens there", NetworkHints::refused),
                HintCase.of("connect-timeout", "No connection came about in time", NetworkHints::connectTooLate),
                HintCase.of(
                                "host-unknown",
                                "The name nowhere.invalid has no address",
                                () -> InetAddress.getAllByName("nowhere.invalid"))
                        .saying("getent hosts nowhere.invalid"),
                HintCase.of(
                        "host-unresolved",
                        "The name of the host has no address",
                        () -> SocketChannel.open(InetSocketAddress.createUnresolved("nowhere.invalid", 80))),
                HintCase.of(
                        "read-timeout",
                        "The connection stood, but the answer did not come in time",
                        NetworkHints::readTooLate),
                HintCase.of("connection-broken", "The other side closed the connection", NetworkHints::reset),
                HintCase.of("port-in-use", "The port is already taken", NetworkHints::portInUse)
                        .saying("ss -ltnp"),
                HintCase.stub(
                        "port-forbidden", "This user may not open the port", new BindException("Permission denied")),
                HintCase.of("address-not-ours", "This machine does not have that address", () -> new ServerSocket(
                                0, 1, InetAddress.getByName("192.0.2.1"))
                        .close()),
                HintCase.stub(
                        "address-not-ours",
                        "This machine does not have that address",
                        new BindException("Can't assign requested address")),
                HintCase.of(
                        "certificate-untrusted",
                        "The certificate of the other side is not trusted",
                        () -> handshake("self-signed", "TLSv1.3")),
                HintCase.of(
                        "certificate-expired", "The certificate has expired", () -> handshake("expired", "TLSv1.3")),
                HintCase.of(
                        "certificate-name",
                        "The certificate is for another name",
                        () -> handshake("wrong-host", "TLSv1.3")),
                HintCase.of(
                        "handshake-failed",
                        "The two sides did not agree on TLS",
                        () -> handshake("wrong-host", "TLSv1.2")),
                HintCase.of("tls-with-plain", "TLS was spoken to a port that does not speak it", NetworkHints::plain));
    }

    private static void refusedWithAddress() throws IOException {
        try (var port = new ClosedPort();
                var client = HttpClients.createDefault()) {
            client.execute(new HttpGet("http://127.0.0.1:" + port.port() + "/"), answer -> answer);
        }
    }

    private static void refused() throws Exception {
        try (var port = new ClosedPort()) {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.port()))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
        }
    }

    private static void connectTooLate() throws IOException {
        try (var queue = new FullQueue();
                var socket = new Socket()) {
            socket.connect(new InetSocketAddress(Endpoint.loopback(), queue.port()), 300);
        }
    }

    private static void readTooLate() throws IOException {
        try (var door = door();
                var socket = new Socket(Endpoint.loopback(), door.getLocalPort())) {
            socket.setSoTimeout(50);
            socket.getInputStream().read();
        }
    }

    private static void reset() throws IOException {
        try (var door = door();
                var socket = new Socket(Endpoint.loopback(), door.getLocalPort())) {
            var other = door.accept();
            other.setSoLinger(true, 0);
            other.close();
            socket.getInputStream().read();
        }
    }

    private static void portInUse() throws IOException {
        try (var door = door();
                var second = new ServerSocket(door.getLocalPort(), 1, Endpoint.loopback())) {
            throw new AssertionError(second);
        }
    }

    private static void handshake(String certificate, String protocol) throws IOException {
        var server = Certificates.server(certificate);
        try (var door =
                (SSLServerSocket) server.getServerSocketFactory().createServerSocket(0, 1, Endpoint.loopback())) {
            door.setEnabledProtocols(new String[] {"TLSv1.3"});
            var answer = CompletableFuture.runAsync(() -> answer(door));
            greet(Certificates.client(), door.getLocalPort(), protocol);
            answer.join();
        }
    }

    private static void greet(SSLContext client, int port, String protocol) throws IOException {
        try (var socket = (SSLSocket) client.getSocketFactory().createSocket(Endpoint.loopback(), port)) {
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(new String[] {protocol});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
        }
    }

    private static void answer(SSLServerSocket door) {
        try (var socket = (SSLSocket) door.accept()) {
            socket.startHandshake();
        } catch (IOException refused) {
            // The exception of the client matters.
        }
    }

    private static void plain() throws Exception {
        try (var door = door()) {
            var answer = CompletableFuture.runAsync(() -> answerPlainly(door));
            greet(Certificates.client(), door.getLocalPort(), "TLSv1.3");
            answer.join();
        }
    }

    private static void answerPlainly(ServerSocket door) {
        try (var socket = door.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read();
        } catch (IOException closed) {
            // The exception of the client matters.
        }
    }

    private static ServerSocket door() throws IOException {
        return new ServerSocket(0, 1, Endpoint.loopback());
    }
}
