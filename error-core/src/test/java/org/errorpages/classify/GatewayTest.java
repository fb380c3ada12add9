package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.summary;
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
import org.errorpages.classify.ErrorMap.UpstreamMode;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpErrorException;
import org.errorpages.status.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests when a network failure counts as an upstream failure. */
final class GatewayTest {

    private static final String URL_CONNECTION = "sun.net.www.protocol.http.HttpURLConnection";

    static Stream<Arguments> onAGatewayPathANetworkFailureIsAnUpstreamFailure() {
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
    void onAGatewayPathANetworkFailureIsAnUpstreamFailure(Throwable thrown, String expected) {
        var verdict = onGatewayPath(thrown);

        assertThat(summary(verdict)).isEqualTo(expected);
        assertThat(verdict.gateway()).isTrue();
    }

    static Stream<Arguments> onAGatewayPathOwnResourcesRemainOnTheSideSelf() {
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
    void onAGatewayPathOwnResourcesRemainOnTheSideSelf(Throwable thrown, String expected) {
        assertThat(summary(onGatewayPath(thrown))).isEqualTo(expected);
    }

    @Test
    void onAGatewayPathASlowClientRemainsOnTheClientSide() {
        var reading = thrownBy("org.apache.catalina.connector.InputBuffer", new SocketTimeoutException());

        assertThat(summary(onGatewayPath(reading))).isEqualTo("408 CLIENT");
    }

    @Test
    void aSentStatusIsNotAnUpstreamFailure() {
        assertThat(Failures.BUILT_IN
                        .classify(Failure.sent(504, ""), Failures.GATEWAY)
                        .gateway())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void anUpstreamExceptionIsAnUpstreamFailureInEveryMode(UpstreamMode mode) {
        var verdict = in(mode, upstream(new ConnectException()));

        assertThat(summary(verdict)).isEqualTo("502 UPSTREAM proxy=connection_refused");
        assertThat(verdict.gateway()).isTrue();
    }

    static Stream<Arguments> theModeSelectsTheEvidenceThatCounts() {
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
    void theModeSelectsTheEvidenceThatCounts(Throwable thrown, String explicit, String clients, String network) {
        assertThat(summary(in(UpstreamMode.EXPLICIT, thrown))).isEqualTo(explicit);
        assertThat(summary(in(UpstreamMode.HTTP_CLIENTS, thrown))).isEqualTo(clients);
        assertThat(summary(in(UpstreamMode.NETWORK, thrown))).isEqualTo(network);
        assertThat(in(UpstreamMode.NETWORK, thrown).gateway()).isFalse();
    }

    private static Verdict onGatewayPath(Throwable thrown) {
        return Failures.BUILT_IN.classify(Failure.thrown(thrown), Failures.GATEWAY);
    }

    private static Verdict in(UpstreamMode mode, Throwable thrown) {
        return new Classifier(ErrorMap.builtIn().withMode(mode)).classify(Failure.thrown(thrown));
    }
}
