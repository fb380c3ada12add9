package org.errorpages.evidence;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.HttpsURLConnection;

/** Provides the HTTP clients of the JDK. */
final class JdkClients {

    private JdkClients() {}

    static void send(URI uri, Timeouts timeouts) throws Exception {
        client(timeouts).send(request(uri, timeouts), BodyHandlers.ofString());
    }

    static void sendAsync(URI uri, Timeouts timeouts) throws Exception {
        client(timeouts)
                .sendAsync(request(uri, timeouts), BodyHandlers.ofString())
                .join();
    }

    static void urlConnection(URI uri, Timeouts timeouts) throws Exception {
        var connection = uri.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(timeouts.connectMillis());
        connection.setReadTimeout(timeouts.readMillis());
        if (connection instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(Certificates.client().getSocketFactory());
        }
        try (var body = connection.getInputStream()) {
            body.readAllBytes();
        }
    }

    static HttpClient client(Timeouts timeouts) throws IOException {
        return HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .sslContext(Certificates.client())
                .connectTimeout(timeouts.connect())
                .build();
    }

    private static HttpRequest request(URI uri, Timeouts timeouts) {
        return HttpRequest.newBuilder(uri).timeout(timeouts.read()).build();
    }
}
