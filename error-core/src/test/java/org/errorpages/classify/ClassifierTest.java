package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.summary;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.servlet.ServletException;
import jakarta.servlet.UnavailableException;
import java.io.EOFException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.InterruptedByTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.catalina.connector.ClientAbortException;
import org.eclipse.jetty.io.EofException;
import org.errorpages.status.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests built-in rules for the sides self and client, except java.sql. */
final class ClassifierTest {

    @ParameterizedTest
    @MethodSource
    void anExceptionOnTheSideSelfIsClassified(Throwable thrown, String expected) {
        assertThat(summary(classify(thrown))).isEqualTo(expected);
    }

    static Stream<Arguments> anExceptionOnTheSideSelfIsClassified() {
        return Stream.of(
                arguments(new ConnectException("Connection refused"), "503 SELF"),
                arguments(new NoRouteToHostException(), "503 SELF"),
                arguments(new PortUnreachableException(), "503 SELF"),
                arguments(new BindException("Cannot assign requested address"), "500 SELF"),
                arguments(new UnknownHostException("db.internal"), "500 SELF"),
                arguments(new UnknownHostException("db: Temporary failure in name resolution"), "503 SELF"),
                arguments(new SocketTimeoutException("Read timed out"), "503 SELF"),
                arguments(new SocketException("Connection reset"), "500 SELF"),
                arguments(new ProtocolException(), "500 SELF"),
                arguments(new EOFException(), "500 SELF"),
                arguments(new ClosedChannelException(), "500 SELF"),
                arguments(new UnresolvedAddressException(), "500 SELF"),
                arguments(new InterruptedByTimeoutException(), "503 SELF"),
                arguments(new SSLException("Received fatal alert: bad_certificate"), "500 SELF"),
                arguments(new SSLHandshakeException("no cipher suites in common"), "500 SELF"),
                arguments(new CertificateException(), "500 SELF"),
                arguments(new RejectedExecutionException(), "503 SELF retry=2"),
                arguments(new TimeoutException(), "503 SELF"),
                arguments(new UnavailableException("maintenance"), "503 SELF rethrow"),
                arguments(new ServletException(new UnavailableException("maintenance")), "503 SELF rethrow"),
                arguments(new ClientAbortException(), "aborted"),
                arguments(new ServletException(new ClientAbortException()), "aborted"),
                arguments(new EofException(), "aborted"));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                UnsupportedOperationException.class,
                IllegalArgumentException.class,
                NumberFormatException.class,
                java.util.NoSuchElementException.class,
                NullPointerException.class,
                IllegalStateException.class,
                java.util.concurrent.CancellationException.class,
                InterruptedException.class,
                SecurityException.class,
                OutOfMemoryError.class,
                StackOverflowError.class,
                AssertionError.class,
                NoClassDefFoundError.class,
                java.io.FileNotFoundException.class,
                java.rmi.RemoteException.class,
                RuntimeException.class
            })
    void anExceptionThatMayBeABugIs500(Class<? extends Throwable> type) throws ReflectiveOperationException {
        var thrown = type.getConstructor().newInstance();

        assertThat(summary(classify(thrown))).isEqualTo("500 SELF");
    }

    @Test
    void classesWithTheSameSimpleNameAreDistinguishedByPackage() {
        assertThat(summary(classify(new java.rmi.ServerException("refused", new ConnectException()))))
                .isEqualTo("500 SELF");
        assertThat(summary(classify(new java.nio.file.AccessDeniedException("/etc/shadow"))))
                .isEqualTo("500 SELF");
        assertThat(summary(classify(new java.nio.file.NoSuchFileException("template.html"))))
                .isEqualTo("500 SELF");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500, 502, 503, 504})
    void aSentStatusIsTheStatusOfTheVerdict(int code) {
        var verdict = Failures.BUILT_IN.classify(Failure.sent(code, "message"));

        var side = code == 404 ? "CLIENT" : code == 502 || code == 504 ? "UPSTREAM" : "SELF";
        assertThat(summary(verdict)).isEqualTo(code + " " + side);
        assertThat(verdict.reason().rule()).isEqualTo("status " + code + " was sent");
    }

    @Test
    void anEarlierThrowableDoesNotChangeASentStatus() {
        var failure = Failure.sent(404, "message", new ConnectException());

        assertThat(summary(Failures.BUILT_IN.classify(failure))).isEqualTo("404 CLIENT");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 200, 304, 600})
    void aSentStatusThatIsNotAnErrorBecomes500(int code) {
        assertThat(summary(Failures.BUILT_IN.classify(Failure.sent(code, "")))).isEqualTo("500 SELF");
    }
}
