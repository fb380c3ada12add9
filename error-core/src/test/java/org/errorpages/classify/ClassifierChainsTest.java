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
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.eclipse.jetty.io.EofException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests measured cause chains and the precedence of their rules. */
final class ClassifierChainsTest {

    private static final String CLIENT = "jdk.internal.net.http.HttpClientImpl";

    @ParameterizedTest
    @MethodSource
    void aChainOfTheHttpClientIsClassified(Throwable thrown, String expected) {
        assertThat(summary(classify(thrown))).isEqualTo(expected);
        assertThat(summary(classify(upstream(thrown)))).isEqualTo(expected);
    }

    static Stream<Arguments> aChainOfTheHttpClientIsClassified() {
        return Stream.of(
                arguments(
                        chain(
                                new HttpConnectTimeoutException("HTTP connect timed out"),
                                new HttpConnectTimeoutException("HTTP connect timed out"),
                                new ConnectException("HTTP connect timed out")),
                        "504 UPSTREAM proxy=connection_timeout"),
                arguments(
                        chain(
                                byClient(new ConnectException()),
                                new ConnectException(),
                                new UnresolvedAddressException()),
                        "502 UPSTREAM proxy=dns_error"),
                arguments(
                        chain(byClient(new ConnectException()), new ConnectException(), new ClosedChannelException()),
                        "502 UPSTREAM proxy=connection_refused"),
                arguments(
                        chain(
                                byClient(new IOException("HTTP/1.1 header parser received no bytes")),
                                new IOException("HTTP/1.1 header parser received no bytes"),
                                new EOFException("EOF reached while reading")),
                        "502 UPSTREAM proxy=connection_terminated"));
    }

    @Test
    void anUpstreamFailureCountsBehindAnyException() {
        var wrapped = chain(new IllegalStateException("order 7"), new Exception("tax"), new SocketTimeoutException());

        assertThat(summary(classify(wrapped))).isEqualTo("503 SELF");
        assertThat(summary(classify(upstream(wrapped)))).isEqualTo("504 UPSTREAM proxy=connection_read_timeout");
        assertThat(summary(classify(new CompletionException(
                        chain(new IllegalStateException("feign"), byClient(new UnknownHostException("payments")))))))
                .isEqualTo("502 UPSTREAM proxy=dns_error");
    }

    @Test
    void anUpstreamExceptionAffectsItsCausesOnly() {
        assertThat(summary(classify(chain(new ConnectException(), new Exception(), upstream(new Exception())))))
                .isEqualTo("503 SELF");
        assertThat(summary(classify(chain(new Exception(), upstream(new ConnectException())))))
                .isEqualTo("502 UPSTREAM proxy=connection_refused");
    }

    @Test
    void anExactRuleForACauseOutranksABroadRule() {
        assertThat(summary(classify(chain(new ConnectException(), new UnknownHostException("db")))))
                .isEqualTo("500 SELF");
    }

    @Test
    void amongEqualRanksTheOutermostWins() {
        assertThat(summary(classify(upstream(new SocketTimeoutException(), new UnknownHostException("?")))))
                .isEqualTo("504 UPSTREAM proxy=connection_read_timeout");
    }

    @Test
    void theProxyErrorComesFromTheInnermostExactRuleWithTheSameStatus() {
        assertThat(summary(classify(upstream(new ConnectException(), new SocketTimeoutException()))))
                .isEqualTo("504 UPSTREAM proxy=connection_read_timeout");
        assertThat(summary(classify(upstream(new UnknownHostException("?"), new NoRouteToHostException()))))
                .isEqualTo("502 UPSTREAM proxy=destination_ip_unroutable");
    }

    @Test
    void anEndOfFileFromAnUpstreamServerIsNotADisconnectedClient() {
        assertThat(summary(classify(upstream(new EofException()))))
                .isEqualTo("502 UPSTREAM proxy=connection_terminated");
    }

    private static <T extends Throwable> T byClient(T throwable) {
        return thrownBy(CLIENT, throwable);
    }
}
