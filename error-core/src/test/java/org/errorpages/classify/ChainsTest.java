package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.said;
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

/** The chains of section 3.1 of the reference, of which neither the outermost nor the root tells the status. */
final class ChainsTest {

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
    void aConnectTimeoutOfTheHttpClientIsNoRefusal() {
        var thrown = chain(
                byHttpClient(new HttpConnectTimeoutException("HTTP connect timed out")),
                byHttpClient(new HttpConnectTimeoutException("HTTP connect timed out")),
                byHttpClient(new ConnectException("HTTP connect timed out")));

        assertThat(said(classify(thrown))).isEqualTo("504 UPSTREAM proxy=connection_timeout");
    }

    @Test
    void anUnknownNameIsNoRefusalAndNoIllegalArgument() {
        var thrown = chain(
                byHttpClient(new ConnectException()),
                byHttpClient(new ConnectException()),
                byHttpClient(new UnresolvedAddressException()));

        assertThat(said(classify(thrown))).isEqualTo("502 UPSTREAM proxy=dns_error");
    }

    @Test
    void aRefusalWithAClosedChannelIsNoClientThatLeft() {
        var thrown = chain(
                byHttpClient(new ConnectException()),
                byHttpClient(new ConnectException()),
                byHttpClient(new ClosedChannelException()));

        assertThat(said(classify(thrown))).isEqualTo("502 UPSTREAM proxy=connection_refused");
    }

    @Test
    void anEndOfFileOfTheHttpClientIsNoClientThatLeft() {
        var thrown = chain(
                byHttpClient(new IOException("HTTP/1.1 header parser received no bytes")),
                byHttpClient(new IOException("HTTP/1.1 header parser received no bytes")),
                byHttpClient(new EOFException("EOF reached while reading")));

        assertThat(said(classify(thrown))).isEqualTo("502 UPSTREAM proxy=connection_terminated");
    }

    @Test
    void aServletThatIsUnavailableIsFoundInAServletException() {
        assertThat(said(classify(new ServletException(new UnavailableException("soon")))))
                .isEqualTo("503 SELF rethrow");
    }

    @Test
    void theOuterExceptionOfTheApplicationIsTheIntendedOne() {
        assertThat(said(classify(new InvalidUsernameException(new IllegalArgumentException("?")))))
                .isEqualTo("500 SELF");
        assertThat(said(classify(
                        new InvalidUsernameException(new IllegalArgumentException("?")),
                        InvalidUsernameException.class.getName() + " = 422")))
                .isEqualTo("422 CLIENT");
    }

    @Test
    void whatAClientLibraryWrapsTwiceIsFound() {
        var feign = Throwables.of(
                Stubs.exception("feign.RetryableException"), "executing GET", new UnknownHostException("payments"));

        assertThat(said(classify(new CompletionException(feign)))).isEqualTo("502 UPSTREAM proxy=dns_error");
    }

    @Test
    void anExhaustedPoolIsNoMissingElement() {
        var thrown = new SQLException(
                "Cannot get a connection, pool error Timeout waiting for idle object",
                new NoSuchElementException("Timeout waiting for idle object"));

        assertThat(said(classify(thrown))).isEqualTo("503 SELF retry=2");
    }

    @Test
    void aTimeoutOfACallIsFoundBehindAnExceptionOfTheApplication() {
        var call = Throwables.of(
                Stubs.exception("org.springframework.web.client.ResourceAccessException"),
                "I/O error on GET request",
                new SocketTimeoutException("Read timed out"));
        var bare =
                thrownBy("sun.net.www.protocol.http.HttpURLConnection", new SocketTimeoutException("Read timed out"));

        assertThat(said(classify(new OrderFailedException(call))))
                .isEqualTo("504 UPSTREAM proxy=connection_read_timeout");
        assertThat(said(classify(new OrderFailedException(bare))))
                .isEqualTo("504 UPSTREAM proxy=connection_read_timeout");
    }

    @Test
    void aBadAnswerFromBehindIsNoBadRequest() {
        var inside =
                Throwables.of(Stubs.exception("org.eclipse.jetty.client.HttpResponseException"), "bad", badMessage());

        assertThat(said(classify(new OrderFailedException(badMessage())))).isEqualTo("500 SELF");
        assertThat(said(classify(new OrderFailedException(inside))))
                .isEqualTo("502 UPSTREAM proxy=http_protocol_error");
        assertThat(said(classify(upstream(badMessage())))).isEqualTo("502 UPSTREAM proxy=proxy_internal_error");
    }

    @Test
    void whatTheApplicationDeclaresOutranksTheDatabaseBelow() {
        assertThat(said(classify(chain(notFound(), new SQLException("no rows")))))
                .isEqualTo("404 CLIENT");
        assertThat(said(classify(chain(notFound(), new SQLTransientConnectionException("request timed out")))))
                .isEqualTo("404 CLIENT");
    }

    @Test
    void what404AnotherLayerMeantIsNotWhatAWrapperOfOursMeans() {
        var thrown = new IllegalStateException("order 7", notFound());

        assertThat(said(classify(thrown))).isEqualTo("500 SELF");
        assertThat(said(classify(thrown, "java.lang.IllegalStateException = transparent")))
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
