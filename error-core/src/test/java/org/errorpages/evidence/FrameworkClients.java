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

/** Provides clients of frameworks, which wrap the exception of the underlying client. */
final class FrameworkClients {

    private static final LoopResources LOOPS = LoopResources.create("evidence");

    private FrameworkClients() {}

    static void jersey(URI uri, Timeouts timeouts) throws Exception {
        try (var client = ClientBuilder.newBuilder()
                .sslContext(Certificates.client())
                .connectTimeout(timeouts.connectMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(timeouts.readMillis(), TimeUnit.MILLISECONDS)
                .build()) {
            client.target(uri).request().get(String.class);
        }
    }

    static void restClientOnJdk(URI uri, Timeouts timeouts) throws Exception {
        var requests = new JdkClientHttpRequestFactory(JdkClients.client(timeouts));
        requests.setReadTimeout(timeouts.read());
        restClient(requests, uri);
    }

    static void restClientOnUrlConnection(URI uri, Timeouts timeouts) throws Exception {
        var requests = new TrustingRequestFactory();
        requests.setConnectTimeout(timeouts.connectMillis());
        requests.setReadTimeout(timeouts.readMillis());
        restClient(requests, uri);
    }

    static void restClientOnApache5(URI uri, Timeouts timeouts) throws Exception {
        try (var client = PlainClients.apache(timeouts)) {
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

    static void webClient(URI uri, Timeouts timeouts) throws Exception {
        webClient(uri, timeouts, false);
    }

    static void webClientOnEpoll(URI uri, Timeouts timeouts) throws Exception {
        webClient(uri, timeouts, true);
    }

    private static void webClient(URI uri, Timeouts timeouts, boolean epoll) throws Exception {
        var tls = SslContextBuilder.forClient()
                .trustManager(Certificates.trust())
                .endpointIdentificationAlgorithm("HTTPS")
                .build();
        var client = HttpClient.create(ConnectionProvider.newConnection())
                .runOn(LOOPS, epoll)
                .secure(spec -> spec.sslContext(tls))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, timeouts.connectMillis())
                .responseTimeout(timeouts.read());
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
