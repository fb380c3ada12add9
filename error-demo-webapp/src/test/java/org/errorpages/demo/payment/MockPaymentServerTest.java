package org.errorpages.demo.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.errorpages.demo.payment.MockPaymentServer.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MockPaymentServerTest {

    @ParameterizedTest
    @EnumSource(Failure.class)
    void everyPortIsClosedWithTheServer(Failure failure) throws IOException {
        var provider = MockPaymentServer.start();
        var port = provider.uri(failure).getPort();

        provider.close();

        assertThatThrownBy(() -> new Socket(LoopbackServer.address(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void everyPortIsOnLoopbackOnly(Failure failure) throws IOException {
        try (var provider = MockPaymentServer.start()) {
            assertThat(provider.uri(failure).getHost()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void noOtherSocketCanBindTheRefusingPort() throws IOException {
        try (var provider = MockPaymentServer.start();
                var other = new ServerSocket()) {
            assertThatThrownBy(() -> other.bind(new InetSocketAddress(
                            LoopbackServer.address(),
                            provider.uri(Failure.REFUSED).getPort())))
                    .isInstanceOf(BindException.class);
        }
    }

    @Test
    void closingEndsAPendingRequest() throws IOException {
        var provider = MockPaymentServer.start();
        try (var client = new Socket(
                LoopbackServer.address(), provider.uri(Failure.SILENT).getPort())) {
            client.setSoTimeout(5000);
            client.getOutputStream().write("POST / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            provider.close();

            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }
}
