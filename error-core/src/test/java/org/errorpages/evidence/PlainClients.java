package org.errorpages.evidence;

import java.net.URI;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Provides HTTP client libraries. */
final class PlainClients {

    private PlainClients() {}

    static void apache5(URI uri, Timeouts timeouts) throws Exception {
        try (var client = apache(timeouts)) {
            client.execute(ClassicRequestBuilder.get(uri).build(), response -> {
                return EntityUtils.toString(response.getEntity());
            });
        }
    }

    static CloseableHttpClient apache(Timeouts timeouts) throws Exception {
        return HttpClients.custom()
                .setConnectionManager(apacheConnections(timeouts))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout(timeouts.readMillis()))
                        .setConnectionRequestTimeout(timeout(timeouts.connectMillis()))
                        .build())
                .build();
    }

    private static PoolingHttpClientConnectionManager apacheConnections(Timeouts timeouts) throws Exception {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(Certificates.client()))
                .setMaxConnPerRoute(1)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(timeouts.connectMillis()))
                        .build())
                .build();
    }

    private static Timeout timeout(int millis) {
        return Timeout.ofMilliseconds(millis);
    }

    static void okHttp(URI uri, Timeouts timeouts) throws Exception {
        var client = new OkHttpClient.Builder()
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.read())
                .sslSocketFactory(Certificates.client().getSocketFactory(), Certificates.trustManager())
                .build();
        var request = new Request.Builder().url(uri.toString()).build();
        try (var response = client.newCall(request).execute()) {
            var unused = Objects.requireNonNull(response.body()).string();
        }
    }

    static void jetty(URI uri, Timeouts timeouts) throws Exception {
        var client = jettyClient(timeouts);
        client.start();
        try {
            var unused = client.newRequest(uri)
                    .timeout(timeouts.readMillis(), TimeUnit.MILLISECONDS)
                    .send();
        } finally {
            client.stop();
        }
    }

    static HttpClient jettyClient(Timeouts timeouts) throws Exception {
        var tls = new SslContextFactory.Client();
        tls.setTrustStore(Certificates.authority());
        var client = new HttpClient();
        client.setSslContextFactory(tls);
        client.setConnectTimeout(timeouts.connectMillis());
        return client;
    }
}
