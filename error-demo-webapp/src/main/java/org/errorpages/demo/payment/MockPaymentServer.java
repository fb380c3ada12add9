package org.errorpages.demo.payment;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.errorpages.demo.payment.LoopbackServer.ClientHandler;

/** Simulates a payment provider on five ports of 127.0.0.1; each port fails differently. */
public final class MockPaymentServer implements Closeable {

    private static final String NO_HTTP = "WELCOME TO TILL 7. PLEASE INSERT COIN.\r\n";
    private static final String CREATED = "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n";

    // keytool -genkeypair -alias self-signed -keyalg EC -groupname secp256r1 -storetype PKCS12 -storepass changeit
    //   -dname CN=127.0.0.1 -ext san=ip:127.0.0.1 -validity 36500
    private static final String KEY_STORE = "self-signed.p12";
    private static final char[] PASSWORD = "changeit".toCharArray();

    /** Bound, so that no other process takes the port, but not listening: connections are refused. */
    private final Socket reservedPort = new Socket();

    private final Map<Failure, LoopbackServer> servers = new EnumMap<>(Failure.class);

    /** The ways to fail. */
    public enum Failure {
        /** Refuses the connection. */
        REFUSED,
        /** Reads the request and resets the connection. */
        RESET,
        /** Sends a response that is not HTTP. */
        GARBAGE,
        /** Presents a self-signed certificate. */
        CERTIFICATE,
        /** Reads the request and never responds. */
        SILENT
    }

    private MockPaymentServer() {}

    /** Opens all ports. */
    public static MockPaymentServer start() throws IOException {
        var server = new MockPaymentServer();
        try {
            server.openPorts();
        } catch (IOException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private void openPorts() throws IOException {
        var plain = ServerSocketFactory.getDefault();
        reservedPort.bind(new InetSocketAddress(LoopbackServer.address(), 0));
        servers.put(Failure.RESET, LoopbackServer.start(MockPaymentServer::reset, plain));
        servers.put(Failure.GARBAGE, LoopbackServer.start(responding(NO_HTTP), plain));
        servers.put(Failure.CERTIFICATE, LoopbackServer.start(responding(CREATED), selfSignedTls()));
        servers.put(Failure.SILENT, LoopbackServer.start(MockPaymentServer::readUntilClosed, plain));
    }

    /** Returns the address of the port that fails in the given way. */
    public URI uri(Failure failure) {
        var scheme = failure == Failure.CERTIFICATE ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + port(failure));
    }

    private int port(Failure failure) {
        return failure == Failure.REFUSED
                ? reservedPort.getLocalPort()
                : Objects.requireNonNull(servers.get(failure)).port();
    }

    /** With a linger of zero, close sends RST instead of FIN. */
    private static void reset(Socket client) throws IOException {
        readRequest(client);
        client.setSoLinger(true, 0);
    }

    private static ClientHandler responding(String text) {
        return client -> {
            readRequest(client);
            client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        };
    }

    private static void readUntilClosed(Socket client) throws IOException {
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Reads up to the empty line; the requests of the shop have no body. */
    private static void readRequest(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        var line = in.readLine();
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
    }

    private static ServerSocketFactory selfSignedTls() throws IOException {
        try (var in = Objects.requireNonNull(MockPaymentServer.class.getResourceAsStream(KEY_STORE))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            var tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), null, null);
            return tls.getServerSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("the self-signed certificate is unusable", e);
        }
    }

    @Override
    public void close() throws IOException {
        reservedPort.close();
        for (var server : servers.values()) {
            server.close();
        }
    }
}
