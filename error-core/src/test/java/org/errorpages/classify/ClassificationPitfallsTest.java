package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.summary;
import static org.errorpages.classify.Failures.thrownBy;
import static org.errorpages.classify.Failures.upstream;

import jakarta.servlet.ServletException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.errorpages.classify.ErrorMap.UpstreamMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests common mistakes in mapping exceptions to statuses. */
final class ClassificationPitfallsTest {

    private static final String ABORT = "org.apache.catalina.connector.ClientAbortException";

    @Test
    void anUnsupportedOperationIs500Not501() {
        assertThat(summary(classify(new UnsupportedOperationException()))).isEqualTo("500 SELF");
        assertThat(summary(classify(Stubs.thrown("org.apache.commons.lang3.NotImplementedException"))))
                .isEqualTo("501 SELF");
    }

    @Test
    void aSlowOrUnreachableDatabaseIsNeverAGatewayFailure() {
        var lost = new SQLException("An I/O error occurred", "08006", new SocketTimeoutException("Read timed out"));
        var closed = new SQLRecoverableException("Closed", new SocketException("Connection reset"));

        for (var thrown : List.of(new SQLTimeoutException(), lost, closed)) {
            for (var mode : UpstreamMode.values()) {
                for (boolean gateway : new boolean[] {false, true}) {
                    var verdict = BuiltInRules.classify(thrown, gateway, mode);
                    assertThat(summary(verdict)).startsWith("503 SELF").doesNotContain("proxy");
                }
            }
        }
    }

    @Test
    void aSocketTimeoutIsClassifiedByItsSide() {
        assertThat(summary(classify(chain(Stubs.thrown(ABORT), new SocketTimeoutException()))))
                .isEqualTo("408 CLIENT");
        assertThat(summary(classify(new SocketTimeoutException()))).isEqualTo("503 SELF");
        assertThat(summary(classify(upstream(new SocketTimeoutException()))))
                .isEqualTo("504 UPSTREAM proxy=connection_read_timeout");
    }

    @Test
    void aClientAbortIsATimeoutIfItsCauseIsOne() {
        assertThat(summary(classify(chain(Stubs.thrown(ABORT), new SocketTimeoutException()))))
                .isEqualTo("408 CLIENT");
        assertThat(summary(classify(chain(Stubs.thrown(ABORT), new SocketException("Broken pipe")))))
                .isEqualTo("aborted");
        assertThat(summary(classify(new ServletException(Stubs.thrown(ABORT))))).isEqualTo("aborted");
    }

    @Test
    void theMessageOfABrokenConnectionAloneDoesNotMeanADisconnectedClient() {
        var eof = chain(new IOException("EOF reached while reading"), new EOFException("EOF reached while reading"));

        for (var thrown :
                List.of(new SocketException("Connection reset by peer"), new IOException("Broken pipe"), eof)) {
            assertThat(summary(classify(thrown))).isEqualTo("500 SELF");
            assertThat(summary(classify(upstream(thrown)))).startsWith("502 UPSTREAM");
        }
        assertThat(summary(classify(thrownBy("jdk.internal.net.http.Http1Exchange", eof))))
                .startsWith("502 UPSTREAM");
        assertThat(summary(classify(upstream(Stubs.thrown("org.eclipse.jetty.io.EofException")))))
                .startsWith("502 UPSTREAM");
    }

    @ParameterizedTest
    @CsvSource({
        "java.nio.file.AccessDeniedException, 500",
        "org.springframework.security.access.AccessDeniedException, 403",
        "java.net.ConnectException, 503",
        "com.acme.ConnectException, 500",
        "org.hibernate.exception.ConstraintViolationException, 500",
        "jakarta.validation.ConstraintViolationException, 400",
        "org.apache.shiro.authz.UnauthorizedException, 403",
        "com.acme.UnauthorizedException, 500",
        "java.util.concurrent.TimeoutException, 503",
        "com.acme.TimeoutException, 500",
        "io.netty.handler.timeout.ReadTimeoutException, 504",
        "com.datastax.oss.driver.api.core.servererrors.ReadTimeoutException, 503",
        "org.xnio.channels.ReadTimeoutException, 408",
        "com.acme.ReadTimeoutException, 500",
    })
    void classesWithTheSameSimpleNameAreDistinguished(String name, int status) throws ClassNotFoundException {
        var type = name.startsWith("java.") ? Class.forName(name).asSubclass(Throwable.class) : Stubs.exception(name);

        assertThat(classify(Throwables.of(type, "stub")).status().code()).isEqualTo(status);
    }

    @Test
    void theConnectExceptionOfRmiHasItsOwnRule() {
        assertThat(classify(new java.rmi.ConnectException("?")).reason().rule()).startsWith("java.rmi.");
        assertThat(classify(new ConnectException("?")).reason().rule()).startsWith("java.net.");
    }

    @Test
    void aSubclassWithAnotherMeaningHasItsOwnRule() {
        assertThat(summary(classify(sub(
                        "org.apache.http.conn.ConnectionPoolTimeoutException",
                        Stubs.exception("org.apache.http.conn.ConnectTimeoutException")))))
                .isEqualTo("503 UPSTREAM retry=1 proxy=connection_limit_reached");
        assertThat(summary(classify(sub("io.netty.channel.ConnectTimeoutException", ConnectException.class))))
                .isEqualTo("504 UPSTREAM proxy=connection_timeout");
        assertThat(summary(classify(sub(
                        "reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException",
                        TimeoutException.class))))
                .isEqualTo("503 UPSTREAM retry=1 proxy=connection_limit_reached");
        assertThat(summary(classify(sub(
                        "org.springframework.security.authentication.AuthenticationServiceException",
                        Stubs.exception("org.springframework.security.core.AuthenticationException")))))
                .isEqualTo("500 SELF");
        assertThat(summary(classify(new UnresolvedAddressException()))).isEqualTo("500 SELF");
        assertThat(summary(classify(new CancellationException()))).isEqualTo("500 SELF");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 408, 409, 413, 422, 429, 451, 499})
    void aClientErrorOfAnUpstreamServerIsNotPassedOn(int received) {
        var parent = Stubs.exception(
                "org.springframework.web.client.RestClientResponseException",
                Map.of("getStatusCode", Map.of("value", received)));
        var thrown = sub("org.springframework.web.client.HttpClientErrorException", parent);
        var jersey = thrownBy(
                "org.glassfish.jersey.client.JerseyInvocation",
                Stubs.thrown(
                        "jakarta.ws.rs.WebApplicationException", Map.of("getResponse", Map.of("getStatus", received))));

        for (var client : List.of(thrown, jersey)) {
            assertThat(classify(client).status().isServerError()).isTrue();
            assertThat(classify(upstream(client)).status().isServerError()).isTrue();
        }
    }

    @Test
    void anUnreadableUpstreamBodyDoesNotBlameTheClient() {
        var unreadable = Stubs.thrown("org.springframework.http.converter.HttpMessageNotReadableException");
        var call = Stubs.thrown("org.springframework.web.client.RestClientException");

        assertThat(summary(classify(unreadable))).isEqualTo("400 CLIENT");
        assertThat(summary(classify(chain(call, unreadable)))).isEqualTo("502 UPSTREAM proxy=http_protocol_error");
    }

    @Test
    void aMissingMessageNeitherMatchesNorFails() {
        assertThat(summary(classify(new ConnectException()))).isEqualTo("503 SELF");
        assertThat(summary(classify(upstream(new ConnectException()))))
                .isEqualTo("502 UPSTREAM proxy=connection_refused");
        assertThat(summary(classify(upstream(new SocketTimeoutException()))))
                .isEqualTo("504 UPSTREAM proxy=connection_read_timeout");
        assertThat(summary(classify(new IOException((String) null)))).isEqualTo("500 SELF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jakarta.servlet.UnavailableException", "javax.servlet.UnavailableException"})
    void anUnavailableExceptionIsRethrownToTheContainer(String name) {
        var soon = Stubs.thrown(name, Map.of("isPermanent", false, "getUnavailableSeconds", 9));
        var never = Stubs.thrown(name, Map.of("isPermanent", true, "getUnavailableSeconds", -1));
        var sometime = Stubs.thrown(name, Map.of("isPermanent", false, "getUnavailableSeconds", -1));

        assertThat(summary(classify(soon))).isEqualTo("503 SELF retry=9 rethrow");
        assertThat(summary(classify(sometime))).isEqualTo("503 SELF rethrow");
        assertThat(summary(classify(never))).isEqualTo("404 CLIENT rethrow");
        assertThat(summary(classify(new ServletException(soon)))).isEqualTo("503 SELF retry=9 rethrow");
    }

    @Test
    void suppressedThrowablesAreIgnored() {
        var thrown = new SQLTimeoutException("first");
        thrown.addSuppressed(upstream(new SocketTimeoutException("while writing")));

        assertThat(summary(classify(thrown))).isEqualTo("503 SELF");
    }

    private static Throwable sub(String name, Class<? extends Throwable> parent) {
        return Throwables.of(Stubs.exception(name, parent, Map.of()), "stub");
    }
}
