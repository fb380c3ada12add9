package org.errorpages.demo.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.errorpages.demo.loopback.ClosedPort;
import org.errorpages.demo.loopback.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PaymentProviderTest {

    @ParameterizedTest
    @EnumSource(Till.class)
    void everyTillIsClosedWithTheProvider(Till till) throws IOException {
        var provider = PaymentProvider.open();
        var port = provider.address(till).getPort();

        provider.close();

        assertThatThrownBy(() -> new Socket(Endpoint.loopback(), port).close()).isInstanceOf(ConnectException.class);
    }

    @ParameterizedTest
    @EnumSource(Till.class)
    void everyTillIsOnLoopbackOnly(Till till) throws IOException {
        try (var provider = PaymentProvider.open()) {
            assertThat(provider.address(till).getHost()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void nobodyCanTakeTheRefusingPort() throws IOException {
        try (var closed = new ClosedPort();
                var other = new ServerSocket()) {
            assertThatThrownBy(() -> other.bind(new InetSocketAddress(Endpoint.loopback(), closed.port())))
                    .isInstanceOf(BindException.class);
        }
    }

    @Test
    void closingEndsTheSilence() throws IOException {
        var provider = PaymentProvider.open();
        try (var client =
                new Socket(Endpoint.loopback(), provider.address(Till.SILENT).getPort())) {
            client.setSoTimeout(5000);
            client.getOutputStream().write("POST / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            provider.close();

            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }
}
