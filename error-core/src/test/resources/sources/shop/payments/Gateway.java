package shop.payments;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.errorpages.status.UpstreamException;

/** Charges cards; the golden files show some of these lines. */
final class Gateway {

    private static final String TILL = "https://till:s3cr3t@till.example.test/charges";

    private final HttpClient client;
    private final List<String> currencies;

    Gateway(HttpClient client, List<String> currencies) {
        this.client = client;
        this.currencies = currencies;
    }

    /** Tells whether a price in it can be charged. */
    boolean takes(String currency) {
        return currencies.contains(currency);
    }

    /** Returns the number of the receipt. */
    String charge(HttpRequest order) {
        var receipt = send(order);
        return receipt.body();
    }

    /** Waits as long as the client does. */
    private HttpResponse<String> send(HttpRequest order) {
        try {
            // A card & a <name>: nothing of it is markup.
            var password = "s3cr3t";
            var signed = Signature.with(password).of(order);
            var body = HttpResponse.BodyHandlers.ofString();
            return client.send(signed, body);
        } catch (IOException e) {
            // Nobody knows whether the card was charged.
            throw new UpstreamException("payments", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
