package org.errorpages.evidence;

import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContextBuilder;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Clients of frameworks, which put an exception of their own around that of the client below. */
final class FrameworkClients {

    private static final LoopResources LOOPS = LoopResources.create("evidence");

    private FrameworkClients() {}

    static void jersey(URI uri, Patience patience) throws Exception {
        try (var client = ClientBuilder.newBuilder()
                .sslContext(Certificates.client())
                .connectTimeout(patience.connectMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(patience.readMillis(), TimeUnit.MILLISECONDS)
                .build()) {
            client.target(uri).request().get(String.class);
        }
    }

    static void restClientOnJdk(URI uri, Patience patience) throws Exception {
        var requests = new JdkClientHttpRequestFactory(JdkClients.client(patience));
        requests.setReadTimeout(patience.read());
        restClient(requests, uri);
    }

    static void restClientOnUrlConnection(URI uri, Patience patience) throws Exception {
        var requests = new TrustingRequestFactory();
        requests.setConnectTimeout(patience.connectMillis());
        requests.setReadTimeout(patience.readMillis());
        restClient(requests, uri);
    }

    static void restClientOnApache5(URI uri, Patience patience) throws Exception {
        try (var client = PlainClients.apache(patience)) {
            restClient(new HttpComponentsClientHttpRequestFactory(client), uri);
        }
    }

    private static void restClient(ClientHttpRequestFactory requests, URI uri) {
        RestClient.builder()
                .requestFactory(requests)
                .build()
                .get()
                .uri(uri)
                .retrieve()
                .body(String.class);
    }

    static void webClient(URI uri, Patience patience) throws Exception {
        webClient(uri, patience, false);
    }

    static void webClientOnEpoll(URI uri, Patience patience) throws Exception {
        webClient(uri, patience, true);
    }

    private static void webClient(URI uri, Patience patience, boolean epoll) throws Exception {
        var tls = SslContextBuilder.forClient()
                .trustManager(Certificates.trust())
                .endpointIdentificationAlgorithm("HTTPS")
                .build();
        var client = HttpClient.create(ConnectionProvider.newConnection())
                .runOn(LOOPS, epoll)
                .secure(spec -> spec.sslContext(tls))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, patience.connectMillis())
                .responseTimeout(patience.read());
        WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client))
                .build()
                .get()
                .uri(uri)
                .retrieve()
                .bodyToMono(String.class)
                .block();
    }

    private static final class TrustingRequestFactory extends SimpleClientHttpRequestFactory {

        @Override
        protected void prepareConnection(HttpURLConnection connection, String method) throws IOException {
            super.prepareConnection(connection, method);
            if (connection instanceof HttpsURLConnection https) {
                https.setSSLSocketFactory(Certificates.client().getSocketFactory());
            }
        }
    }
}
