package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.summary;
import static org.errorpages.classify.Failures.thrownBy;
import static org.errorpages.classify.Failures.upstream;

import jakarta.servlet.ServletException;
import jakarta.servlet.UnavailableException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Tests chains in which neither the outermost exception nor the root alone determines the status. */
final class WrappedFailuresTest {

    @SuppressWarnings("serial")
    private static final class OrderFailedException extends RuntimeException {
        OrderFailedException(Throwable cause) {
            super("order 7", cause);
        }
    }

    @SuppressWarnings("serial")
    private static final class InvalidUsernameException extends RuntimeException {
        InvalidUsernameException(Throwable cause) {
            super("no such name", cause);
        }
    }

    @Test
    void aConnectTimeoutOfTheHttpClientDiffersFromARefusedConnection() {
        var thrown = chain(
                byHttpClient(new HttpConnectTimeoutException("HTTP connect timed out")),
                byHttpClient(new HttpConnectTimeoutException("HTTP connect timed out")),
                byHttpClient(new ConnectException("HTTP connect timed out")));

        assertThat(summary(classify(thrown))).isEqualTo("504 UPSTREAM proxy=connection_timeout");
    }

    @Test
    void anUnknownHostDiffersFromARefusedConnectionAndAnIllegalArgument() {
        var thrown = chain(
                byHttpClient(new ConnectException()),
                byHttpClient(new ConnectException()),
                byHttpClient(new UnresolvedAddressException()));

        assertThat(summary(classify(thrown))).isEqualTo("502 UPSTREAM proxy=dns_error");
    }

    @Test
    void aRefusedConnectionWithAClosedChannelIsNotADisconnectedClient() {
        var thrown = chain(
                byHttpClient(new ConnectException()),
                byHttpClient(new ConnectException()),
                byHttpClient(new ClosedChannelException()));

        assertThat(summary(classify(thrown))).isEqualTo("502 UPSTREAM proxy=connection_refused");
    }

    @Test
    void anEndOfFileInTheHttpClientIsNotADisconnectedClient() {
        var thrown = chain(
                byHttpClient(new IOException("HTTP/1.1 header parser received no bytes")),
                byHttpClient(new IOException("HTTP/1.1 header parser received no bytes")),
                byHttpClient(new EOFException("EOF reached while reading")));

        assertThat(summary(classify(thrown))).isEqualTo("502 UPSTREAM proxy=connection_terminated");
    }

    @Test
    void anUnavailableExceptionCountsInsideAServletException() {
        assertThat(summary(classify(new ServletException(new UnavailableException("soon")))))
                .isEqualTo("503 SELF rethrow");
    }

    @Test
    void theOuterHttpErrorOfTheApplicationDecides() {
        assertThat(summary(classify(new InvalidUsernameException(new IllegalArgumentException("?")))))
                .isEqualTo("500 SELF");
        assertThat(summary(classify(
                        new InvalidUsernameException(new IllegalArgumentException("?")),
                        InvalidUsernameException.class.getName() + " = 422")))
                .isEqualTo("422 CLIENT");
    }

    @Test
    void aFailureThatAClientLibraryWrapsTwiceDecides() {
        var feign = Throwables.of(
                Stubs.exception("feign.RetryableException"), "executing GET", new UnknownHostException("payments"));

        assertThat(summary(classify(new CompletionException(feign)))).isEqualTo("502 UPSTREAM proxy=dns_error");
    }

    @Test
    void anExhaustedPoolIsNotAMissingElement() {
        var thrown = new SQLException(
                "Cannot get a connection, pool error Timeout waiting for idle object",
                new NoSuchElementException("Timeout waiting for idle object"));

        assertThat(summary(classify(thrown))).isEqualTo("503 SELF retry=2");
    }

    @Test
    void aTimeoutOfACallCountsBehindAnApplicationException() {
        var call = Throwables.of(
                Stubs.exception("org.springframework.web.client.ResourceAccessException"),
                "I/O error on GET request",
                new SocketTimeoutException("Read timed out"));
        var bare =
                thrownBy("sun.net.www.protocol.http.HttpURLConnection", new SocketTimeoutException("Read timed out"));

        assertThat(summary(classify(new OrderFailedException(call))))
                .isEqualTo("504 UPSTREAM proxy=connection_read_timeout");
        assertThat(summary(classify(new OrderFailedException(bare))))
                .isEqualTo("504 UPSTREAM proxy=connection_read_timeout");
    }

    @Test
    void aMalformedUpstreamResponseIsNotABadRequest() {
        var inside =
                Throwables.of(Stubs.exception("org.eclipse.jetty.client.HttpResponseException"), "bad", badMessage());

        assertThat(summary(classify(new OrderFailedException(badMessage())))).isEqualTo("500 SELF");
        assertThat(summary(classify(new OrderFailedException(inside))))
                .isEqualTo("502 UPSTREAM proxy=http_protocol_error");
        assertThat(summary(classify(upstream(badMessage())))).isEqualTo("502 UPSTREAM proxy=proxy_internal_error");
    }

    @Test
    void aDeclarationOfTheApplicationOutranksADatabaseFailure() {
        assertThat(summary(classify(chain(notFound(), new SQLException("no rows")))))
                .isEqualTo("404 CLIENT");
        assertThat(summary(classify(chain(notFound(), new SQLTransientConnectionException("request timed out")))))
                .isEqualTo("404 CLIENT");
    }

    @Test
    void a404OfAnUpstreamCallDoesNotBlameTheClient() {
        var thrown = new IllegalStateException("order 7", notFound());

        assertThat(summary(classify(thrown))).isEqualTo("500 SELF");
        assertThat(summary(classify(thrown, "java.lang.IllegalStateException = transparent")))
                .isEqualTo("404 CLIENT");
    }

    private static Throwable notFound() {
        var type = Stubs.implementing(
                "org.springframework.web.ErrorResponse", Map.of("getStatusCode", Map.of("value", 404)));
        return Throwables.of(type, "404 NOT_FOUND");
    }

    private static Throwable badMessage() {
        var type = Stubs.implementing("org.eclipse.jetty.http.HttpException", Map.of("getCode", 400));
        return Throwables.of(type, "400: Illegal character");
    }

    private static <T extends Throwable> T byHttpClient(T throwable) {
        return thrownBy("jdk.internal.net.http.HttpClientImpl", throwable);
    }
}
