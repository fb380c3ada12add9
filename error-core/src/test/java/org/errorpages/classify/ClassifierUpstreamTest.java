package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.summary;
import static org.errorpages.classify.Failures.thrownBy;
import static org.errorpages.classify.Failures.upstream;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.HttpRetryException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.InterruptedByTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests built-in rules for the side upstream. */
final class ClassifierUpstreamTest {

    @ParameterizedTest
    @MethodSource
    void aCauseOfAnUpstreamExceptionIsClassified(Throwable cause, String expected) {
        assertThat(summary(classify(upstream(cause)))).isEqualTo(expected);
    }

    static Stream<Arguments> aCauseOfAnUpstreamExceptionIsClassified() {
        return Stream.of(
                arguments(new IllegalStateException("?"), "502 UPSTREAM proxy=proxy_internal_error"),
                arguments(new ConnectException("Connection refused"), "502 UPSTREAM proxy=connection_refused"),
                arguments(new NoRouteToHostException(), "502 UPSTREAM proxy=destination_ip_unroutable"),
                arguments(new PortUnreachableException(), "502 UPSTREAM proxy=connection_refused"),
                arguments(new BindException(), "500 UPSTREAM proxy=proxy_internal_error"),
                arguments(new UnknownHostException("payments"), "502 UPSTREAM proxy=dns_error"),
                arguments(
                        new UnknownHostException("Temporary failure in name resolution"),
                        "502 UPSTREAM proxy=dns_error"),
                arguments(new SocketTimeoutException("Read timed out"), "504 UPSTREAM proxy=connection_read_timeout"),
                arguments(new SocketTimeoutException("Connect timed out"), "504 UPSTREAM proxy=connection_timeout"),
                arguments(new SocketTimeoutException("connect timed out"), "504 UPSTREAM proxy=connection_timeout"),
                arguments(new SocketTimeoutException(), "504 UPSTREAM proxy=connection_read_timeout"),
                arguments(new SocketException("Connection reset"), "502 UPSTREAM proxy=connection_terminated"),
                arguments(new ProtocolException(), "502 UPSTREAM proxy=http_protocol_error"),
                arguments(new HttpRetryException("?", 401), "502 UPSTREAM proxy=http_protocol_error"),
                arguments(
                        new IOException("HTTP/1.1 header parser received no bytes"),
                        "502 UPSTREAM proxy=connection_terminated"),
                arguments(
                        new IOException("fixed content-length: 9, bytes received: 1"),
                        "502 UPSTREAM proxy=http_response_incomplete"),
                arguments(
                        new IOException("chunked transfer encoding, state: READING_LENGTH"),
                        "502 UPSTREAM proxy=http_response_incomplete"),
                arguments(new EOFException(), "502 UPSTREAM proxy=connection_terminated"),
                arguments(new UnresolvedAddressException(), "502 UPSTREAM proxy=dns_error"),
                arguments(new InterruptedByTimeoutException(), "504 UPSTREAM proxy=connection_read_timeout"),
                arguments(new SSLException("closed in handshake"), "502 UPSTREAM proxy=tls_protocol_error"),
                arguments(
                        new SSLHandshakeException("Received fatal alert: bad_certificate"),
                        "502 UPSTREAM proxy=tls_alert_received"),
                arguments(new SSLPeerUnverifiedException("?"), "502 UPSTREAM proxy=tls_certificate_error"),
                arguments(
                        chain(new SSLHandshakeException("PKIX"), new CertificateException()),
                        "502 UPSTREAM proxy=tls_certificate_error"),
                arguments(
                        chain(new SSLHandshakeException("PKIX"), new CertPathBuilderException()),
                        "502 UPSTREAM proxy=tls_certificate_error"),
                arguments(
                        chain(new SSLHandshakeException("PKIX"), new CertPathValidatorException()),
                        "502 UPSTREAM proxy=tls_certificate_error"),
                arguments(new RejectedExecutionException(), "503 UPSTREAM retry=2 proxy=connection_limit_reached"),
                arguments(new TimeoutException(), "504 UPSTREAM proxy=http_response_timeout"),
                arguments(new HttpTimeoutException("?"), "504 UPSTREAM proxy=http_response_timeout"));
    }

    @ParameterizedTest
    @MethodSource
    void anHttpClientExceptionIsUpstreamWithoutADeclaration(Throwable thrown, String expected) {
        assertThat(summary(classify(thrown))).isEqualTo(expected);
    }

    static Stream<Arguments> anHttpClientExceptionIsUpstreamWithoutADeclaration() {
        var client = "jdk.internal.net.http.HttpClientImpl";
        var urlConnection = "sun.net.www.protocol.http.HttpURLConnection";
        return Stream.of(
                arguments(new HttpTimeoutException("request timed out"), "504 UPSTREAM proxy=http_response_timeout"),
                arguments(new HttpConnectTimeoutException("?"), "504 UPSTREAM proxy=connection_timeout"),
                arguments(webSocketRefused(), "502 UPSTREAM proxy=http_upgrade_failed"),
                arguments(thrownBy(client, new IOException("?")), "502 UPSTREAM proxy=http_protocol_error"),
                arguments(thrownBy(urlConnection, new IOException("?")), "502 UPSTREAM proxy=http_protocol_error"),
                arguments(thrownBy(client, new ConnectException()), "502 UPSTREAM proxy=connection_refused"),
                arguments(
                        thrownBy(urlConnection, new SocketTimeoutException("Read timed out")),
                        "504 UPSTREAM proxy=connection_read_timeout"),
                arguments(
                        chain(new IllegalStateException("order 7"), thrownBy(client, new ConnectException())),
                        "502 UPSTREAM proxy=connection_refused"));
    }

    @SuppressWarnings("NullAway") // the JDK takes the response only to hand it back
    private static Throwable webSocketRefused() {
        return new WebSocketHandshakeException(null);
    }
}
