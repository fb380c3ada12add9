package org.errorpages.demo.payment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.errorpages.demo.shop.DaemonThreadFactory;
import org.errorpages.status.HttpErrorException;
import org.errorpages.status.UpstreamException;

/** Calls the payment provider over HTTP. */
public final class PaymentClient implements AutoCloseable {

    private static final String API_KEY = "hb-demo-key-5e7c0a91d2";
    private static final Duration CHARGE_LIMIT = Duration.ofSeconds(10);
    private static final Duration REFUND_LIMIT = Duration.ofMillis(500);

    private final ExecutorService threads = Executors.newCachedThreadPool(new DaemonThreadFactory("payment-client"));
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .executor(threads)
            .build();

    /** Charges a customer and returns the receipt. */
    public String charge(URI provider, String orderNumber) {
        return post(provider.resolve("/charges/" + orderNumber), CHARGE_LIMIT);
    }

    /** Refunds a customer and returns the receipt; the limit is short because the customer waits. */
    public String refund(URI provider, String orderNumber) {
        return post(provider.resolve("/refunds/" + orderNumber), REFUND_LIMIT);
    }

    private String post(URI target, Duration limit) {
        var request = HttpRequest.newBuilder(target)
                .timeout(limit)
                .header("Authorization", "Bearer " + API_KEY)
                .POST(BodyPublishers.noBody())
                .build();
        try {
            return send(request);
        } catch (IOException e) {
            throw new UpstreamException("payments", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HttpErrorException(503, "The shop is closing.", null, e);
        }
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IOException("the payment provider answered " + response.statusCode());
        }
        return response.body();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
