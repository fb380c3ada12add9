package org.errorpages.demo.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLHandshakeException;
import org.errorpages.demo.payment.MockPaymentServer.Failure;
import org.errorpages.status.UpstreamException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PaymentClientTest {

    private MockPaymentServer provider;
    private PaymentClient client;

    @BeforeEach
    void open() throws IOException {
        provider = MockPaymentServer.start();
        client = new PaymentClient();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        provider.close();
    }

    @Test
    void aClosedPortRefusesTheConnection() {
        assertThat(causeOfChargeAt(Failure.REFUSED)).isInstanceOf(ConnectException.class);
    }

    @Test
    void aDroppedConnectionIsReset() {
        assertThat(causeOfChargeAt(Failure.RESET))
                .isInstanceOf(IOException.class)
                .hasRootCauseInstanceOf(SocketException.class)
                .hasRootCauseMessage("Connection reset");
    }

    @Test
    void aResponseThatIsNotHttpIsAProtocolError() {
        assertThat(causeOfChargeAt(Failure.GARBAGE))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("WELCOME TO TILL 7");
    }

    @Test
    void aSelfSignedCertificateFailsTheHandshake() {
        assertThat(causeOfChargeAt(Failure.CERTIFICATE)).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void aMissingResponseEndsAtTheTimeoutOfARefund() {
        var failure = catchThrowableOfType(UpstreamException.class, () -> client.refund(uri(Failure.SILENT), "HB-1"));

        assertThat(failure).hasMessage("upstream payments failed").hasCauseInstanceOf(HttpTimeoutException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.class,
            names = {"REFUSED", "RESET", "GARBAGE", "CERTIFICATE"})
    void parallelChargesFailInTheSameWay(Failure failure) throws Exception {
        var alone = causeOfChargeAt(failure);
        var threads = Executors.newFixedThreadPool(8);

        Callable<Throwable> charge = () -> causeOfChargeAt(failure);
        var together = threads.invokeAll(Collections.nCopies(8, charge));
        threads.shutdown();

        for (var other : together) {
            assertThat(other.get()).hasSameClassAs(alone);
        }
    }

    private Throwable causeOfChargeAt(Failure failure) {
        var thrown = catchThrowableOfType(UpstreamException.class, () -> client.charge(uri(failure), "HB-1"));
        return Objects.requireNonNull(thrown.getCause());
    }

    private URI uri(Failure failure) {
        return provider.uri(failure);
    }
}
