package org.errorpages.evidence;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.HttpsURLConnection;

/** The clients of the JDK. */
final class JdkClients {

    private JdkClients() {}

    static void send(URI uri, Patience patience) throws Exception {
        client(patience).send(request(uri, patience), BodyHandlers.ofString());
    }

    static void sendAsync(URI uri, Patience patience) throws Exception {
        client(patience)
                .sendAsync(request(uri, patience), BodyHandlers.ofString())
                .join();
    }

    static void urlConnection(URI uri, Patience patience) throws Exception {
        var connection = uri.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(patience.connectMillis());
        connection.setReadTimeout(patience.readMillis());
        if (connection instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(Certificates.client().getSocketFactory());
        }
        try (var body = connection.getInputStream()) {
            body.readAllBytes();
        }
    }

    static HttpClient client(Patience patience) throws IOException {
        return HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .sslContext(Certificates.client())
                .connectTimeout(patience.connect())
                .build();
    }

    private static HttpRequest request(URI uri, Patience patience) {
        return HttpRequest.newBuilder(uri).timeout(patience.read()).build();
    }
}
