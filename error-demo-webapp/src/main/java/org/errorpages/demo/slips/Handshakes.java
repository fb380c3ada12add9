package org.errorpages.demo.slips;

import java.io.IOException;
import java.util.Map;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocket;
import org.errorpages.demo.loopback.Certificate;
import org.errorpages.demo.loopback.Conversation;
import org.errorpages.demo.loopback.Endpoint;
import org.errorpages.demo.loopback.LoopbackServer;

/** Greets servers over TLS that show the wrong papers, or speak something else. */
final class Handshakes {

    private static final String TODAY = "TLSv1.3";
    private static final String YESTERDAY = "TLSv1.1";
    private static final String PLAIN = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";

    private Handshakes() {}

    static Map<String, Slip> slips() {
        return Map.of(
                "certificate-untrusted", () -> greet(Certificate.SELF_SIGNED, TODAY),
                "certificate-expired", () -> greet(Certificate.EXPIRED, TODAY),
                "certificate-name", () -> greet(Certificate.WRONG_HOST, TODAY),
                "handshake-failed", () -> greet(Certificate.EXPIRED, YESTERDAY),
                "tls-with-plain",
                        () -> greet(ServerSocketFactory.getDefault(), Conversation.interrupting(PLAIN), TODAY));
    }

    private static void greet(Certificate certificate, String protocol) throws IOException {
        greet(certificate.server().getServerSocketFactory(), Conversation.silent(), protocol);
    }

    private static void greet(ServerSocketFactory sockets, Conversation conversation, String protocol)
            throws IOException {
        try (var server = LoopbackServer.start(conversation, sockets);
                var client = (SSLSocket)
                        Certificate.client().getSocketFactory().createSocket(Endpoint.loopback(), server.port())) {
            client.setEnabledProtocols(new String[] {protocol});
            var checks = client.getSSLParameters();
            checks.setEndpointIdentificationAlgorithm("HTTPS");
            client.setSSLParameters(checks);
            client.startHandshake();
        }
    }
}
