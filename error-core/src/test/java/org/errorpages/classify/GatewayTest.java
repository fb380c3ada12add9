package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.said;
import static org.errorpages.classify.Failures.thrownBy;
import static org.errorpages.classify.Failures.upstream;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import javax.naming.CommunicationException;
import javax.net.ssl.SSLHandshakeException;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpErrorException;
import org.errorpages.status.UpstreamMode;
import org.errorpages.status.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When a failure of the network is that of a gateway. */
final class GatewayTest {

    private static final String URL_CONNECTION = "sun.net.www.protocol.http.HttpURLConnection";

    static Stream<Arguments> onAGatewayPathTheNetworkIsThatOfTheServerBehind() {
        return Stream.of(
                arguments(new ConnectException(), "502 UPSTREAM proxy=connection_refused"),
                arguments(new NoRouteToHostException(), "502 UPSTREAM proxy=destination_ip_unroutable"),
                arguments(new UnknownHostException("till"), "502 UPSTREAM proxy=dns_error"),
                arguments(new SocketException("Connection reset"), "502 UPSTREAM proxy=connection_terminated"),
                arguments(new SocketTimeoutException("?"), "504 UPSTREAM proxy=connection_read_timeout"),
                arguments(new SSLHandshakeException("?"), "502 UPSTREAM proxy=tls_protocol_error"),
                arguments(new HttpTimeoutException("?"), "504 UPSTREAM proxy=http_response_timeout"),
                arguments(
                        chain(new IllegalStateException("order 7"), new ConnectException()),
                        "502 UPSTREAM proxy=connection_refused"));
    }

    @ParameterizedTest
    @MethodSource
    void onAGatewayPathTheNetworkIsThatOfTheServerBehind(Throwable thrown, String said) {
        var verdict = onGatewayPath(thrown);

        assertThat(said(verdict)).isEqualTo(said);
        assertThat(verdict.gateway()).isTrue();
    }

    static Stream<Arguments> onAGatewayPathOurOwnResourcesStayOurs() {
        return Stream.of(
                arguments(new SQLTransientConnectionException(), "503 SELF retry=2"),
                arguments(chain(new SQLException("?"), new ConnectException()), "503 SELF"),
                arguments(chain(new SQLException("?", "08001"), new ConnectException()), "503 SELF retry=2"),
                arguments(chain(new CommunicationException("?"), new ConnectException()), "503 SELF"),
                arguments(new IllegalStateException("a bug"), "500 SELF"),
                arguments(new HttpErrorException(404), "404 CLIENT"));
    }

    @ParameterizedTest
    @MethodSource
    void onAGatewayPathOurOwnResourcesStayOurs(Throwable thrown, String said) {
        assertThat(said(onGatewayPath(thrown))).isEqualTo(said);
    }

    @Test
    void onAGatewayPathASlowClientIsStillTheClient() {
        var reading = thrownBy("org.apache.catalina.connector.InputBuffer", new SocketTimeoutException());

        assertThat(said(onGatewayPath(reading))).isEqualTo("408 CLIENT");
    }

    @Test
    void aStatusThatWasSentIsNobodysFailure() {
        assertThat(Failures.BUILT_IN
                        .classify(Failure.sent(504, ""), Failures.GATEWAY)
                        .gateway())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMarkedIsAGatewaysInEveryMode(UpstreamMode mode) {
        var verdict = in(mode, upstream(new ConnectException()));

        assertThat(said(verdict)).isEqualTo("502 UPSTREAM proxy=connection_refused");
        assertThat(verdict.gateway()).isTrue();
    }

    static Stream<Arguments> theModeSaysWhichEvidenceCounts() {
        return Stream.of(
                arguments(new ConnectException(), "503 SELF", "503 SELF", "502 UPSTREAM proxy=connection_refused"),
                arguments(new UnknownHostException("?"), "500 SELF", "500 SELF", "502 UPSTREAM proxy=dns_error"),
                arguments(
                        new SocketTimeoutException("?"),
                        "503 SELF",
                        "503 SELF",
                        "504 UPSTREAM proxy=connection_read_timeout"),
                arguments(new SocketException("?"), "500 SELF", "500 SELF", "502 UPSTREAM proxy=connection_terminated"),
                arguments(
                        new SSLHandshakeException("?"),
                        "500 SELF",
                        "500 SELF",
                        "502 UPSTREAM proxy=tls_protocol_error"),
                arguments(
                        new HttpTimeoutException("?"),
                        "500 SELF",
                        "504 UPSTREAM proxy=http_response_timeout",
                        "504 UPSTREAM proxy=http_response_timeout"),
                arguments(
                        chain(new HttpConnectTimeoutException("?"), new ConnectException()),
                        "503 SELF",
                        "504 UPSTREAM proxy=connection_timeout",
                        "504 UPSTREAM proxy=connection_timeout"),
                arguments(
                        thrownBy(URL_CONNECTION, new ConnectException()),
                        "503 SELF",
                        "502 UPSTREAM proxy=connection_refused",
                        "502 UPSTREAM proxy=connection_refused"),
                arguments(chain(new SQLException("?"), new ConnectException()), "503 SELF", "503 SELF", "503 SELF"));
    }

    @ParameterizedTest
    @MethodSource
    void theModeSaysWhichEvidenceCounts(Throwable thrown, String explicit, String clients, String network) {
        assertThat(said(in(UpstreamMode.EXPLICIT, thrown))).isEqualTo(explicit);
        assertThat(said(in(UpstreamMode.HTTP_CLIENTS, thrown))).isEqualTo(clients);
        assertThat(said(in(UpstreamMode.NETWORK, thrown))).isEqualTo(network);
        assertThat(in(UpstreamMode.NETWORK, thrown).gateway()).isFalse();
    }

    private static Verdict onGatewayPath(Throwable thrown) {
        return Failures.BUILT_IN.classify(Failure.thrown(thrown), Failures.GATEWAY);
    }

    private static Verdict in(UpstreamMode mode, Throwable thrown) {
        return new Classifier(ErrorMap.builtIn().in(mode)).classify(Failure.thrown(thrown));
    }
}
