package org.errorpages.demo.payments;

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
import org.errorpages.demo.provider.PaymentProvider;
import org.errorpages.demo.provider.Till;
import org.errorpages.status.UpstreamException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PaymentGatewayTest {

    private PaymentProvider provider;
    private PaymentGateway gateway;

    @BeforeEach
    void open() throws IOException {
        provider = PaymentProvider.open();
        gateway = new PaymentGateway();
    }

    @AfterEach
    void close() throws IOException {
        gateway.close();
        provider.close();
    }

    @Test
    void closedPortRefusesTheConnection() {
        assertThat(causeOfChargeAt(Till.REFUSED)).isInstanceOf(ConnectException.class);
    }

    @Test
    void droppedConnectionIsAReset() {
        assertThat(causeOfChargeAt(Till.RESET))
                .isInstanceOf(IOException.class)
                .hasRootCauseInstanceOf(SocketException.class)
                .hasRootCauseMessage("Connection reset");
    }

    @Test
    void answerThatIsNotHttpIsAProtocolError() {
        assertThat(causeOfChargeAt(Till.GARBAGE))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("WELCOME TO TILL 7");
    }

    @Test
    void selfSignedCertificateBreaksTheHandshake() {
        assertThat(causeOfChargeAt(Till.CERTIFICATE)).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void silenceEndsAtTheLimitOfARefund() {
        var failure = catchThrowableOfType(UpstreamException.class, () -> gateway.refund(address(Till.SILENT), "HB-1"));

        assertThat(failure).hasMessage("upstream payments failed").hasCauseInstanceOf(HttpTimeoutException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Till.class,
            names = {"REFUSED", "RESET", "GARBAGE", "CERTIFICATE"})
    void parallelChargesFailInTheSameWay(Till till) throws Exception {
        var alone = causeOfChargeAt(till);
        var threads = Executors.newFixedThreadPool(8);

        Callable<Throwable> charge = () -> causeOfChargeAt(till);
        var together = threads.invokeAll(Collections.nCopies(8, charge));
        threads.shutdown();

        for (var other : together) {
            assertThat(other.get()).hasSameClassAs(alone);
        }
    }

    private Throwable causeOfChargeAt(Till till) {
        var failure = catchThrowableOfType(UpstreamException.class, () -> gateway.charge(address(till), "HB-1"));
        return Objects.requireNonNull(failure.getCause());
    }

    private URI address(Till till) {
        return provider.address(till);
    }
}
