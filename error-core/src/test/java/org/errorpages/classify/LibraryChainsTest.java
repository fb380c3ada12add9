package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.said;
import static org.errorpages.classify.Failures.upstream;

import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.rmi.RemoteException;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains as libraries throw them, of which the rows of single classes tell only a part. */
final class LibraryChainsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException",
                "org.apache.tomcat.util.http.fileupload.impl.FileSizeLimitExceededException",
                "org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException",
                "org.apache.commons.fileupload.FileUploadBase$FileSizeLimitExceededException",
                "org.apache.commons.fileupload.FileCountLimitExceededException",
                "io.undertow.server.RequestTooBigException",
                "io.undertow.server.handlers.form.MultiPartParserDefinition$FileTooLargeException"
            })
    void anUploadThatIsTooLargeIsTheClientsAlsoInTheStateOfAContainer(String name) {
        var tooLarge = Stubs.thrown(name);

        assertThat(said(classify(new IllegalStateException("too large", tooLarge))))
                .isEqualTo("413 CLIENT");
        assertThat(said(classify(upstream(new IllegalStateException("too large", tooLarge)))))
                .startsWith("502 UPSTREAM");
    }

    @Test
    void anyOtherCauseOfAnIllegalStateIsNotTheClients() {
        var forbidden = Stubs.thrown("org.springframework.security.access.AccessDeniedException");
        var below = new RuntimeException(
                Stubs.thrown("org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException"));

        assertThat(said(classify(new IllegalStateException("order 7", forbidden))))
                .isEqualTo("500 SELF");
        assertThat(said(classify(new IllegalStateException("order 7", below)))).isEqualTo("500 SELF");
    }

    @Test
    void aStreamOfPartsThatIsTooLargeIsTheClients() {
        var tooLarge = Stubs.thrown("org.apache.commons.fileupload.FileUploadBase$SizeLimitExceededException");
        var read = Stubs.thrown("org.apache.commons.fileupload.FileUploadBase$FileUploadIOException");

        assertThat(said(classify(chain(read, tooLarge)))).isEqualTo("413 CLIENT");
    }

    @Test
    void anUnknownErrorOfGrpcIsWhatItWraps() {
        for (var name : List.of("io.grpc.StatusRuntimeException", "io.grpc.StatusException")) {
            assertThat(said(classify(unknown(name)))).isEqualTo("502 UPSTREAM proxy=http_protocol_error");
            assertThat(said(classify(chain(unknown(name), new ConnectException("Connection refused")))))
                    .isEqualTo("502 UPSTREAM proxy=connection_refused");
            assertThat(said(classify(chain(unknown(name), new SocketTimeoutException("Read timed out")))))
                    .isEqualTo("504 UPSTREAM proxy=connection_read_timeout");
        }
    }

    private static Throwable unknown(String name) {
        return Stubs.thrown(name, Map.of("getStatus", Map.of("getCode", new RowThrowables.Constant("UNKNOWN"))));
    }

    @Test
    void aNetworkThatCannotBeReachedIsNoRefusal() {
        for (var thrown : List.of(
                new ConnectException("Network is unreachable (connect failed)"),
                new SocketException("Network is unreachable"))) {
            assertThat(said(classify(upstream(thrown)))).isEqualTo("502 UPSTREAM proxy=destination_ip_unroutable");
        }
        assertThat(said(classify(new ConnectException("Network is unreachable"))))
                .isEqualTo("503 SELF");
    }

    @ParameterizedTest
    @CsvSource({"08001, 503 SELF retry=2", "08S01, 503 SELF retry=2", "28000, 500 SELF", ", 503 SELF"})
    void aLostConnectionOfADatabaseComesBack(@Nullable String state, String said) {
        assertThat(said(classify(new SQLNonTransientConnectionException("lost", state))))
                .isEqualTo(said);
    }

    @Test
    void whatCannotBeDecodedIsOfWhoeverSentIt() {
        var decoding = Stubs.thrown("org.springframework.core.codec.DecodingException");
        var answer = Stubs.thrown(
                "org.springframework.web.reactive.function.client.WebClientResponseException",
                Map.of("getStatusCode", Map.of("value", 200)));
        var request = Throwables.of(
                Stubs.implementing(
                        "org.springframework.web.ErrorResponse", Map.of("getStatusCode", Map.of("value", 400))),
                "stub");

        assertThat(said(classify(decoding))).isEqualTo("500 SELF");

        var verdict = classify(chain(answer, decoding));
        assertThat(said(verdict)).isEqualTo("502 UPSTREAM proxy=http_protocol_error");
        assertThat(verdict.reason().decisiveClass()).isEqualTo(decoding.getClass().getName());
        assertThat(said(classify(chain(request, Stubs.thrown("org.springframework.core.codec.DecodingException")))))
                .isEqualTo("400 CLIENT");
    }

    @Test
    void aServerThatNoRegistryKnowsIsUnavailable() {
        var name = "org.springframework.cloud.gateway.support.NotFoundException";
        var parent = Stubs.implementing(
                "org.springframework.web.ErrorResponse", Map.of("getStatusCode", Map.of("value", 404)));
        var unavailable = Stubs.thrown(name, Map.of("getStatusCode", Map.of("value", 503)));
        var missing = Throwables.of(Stubs.exception(name, parent, Map.of()), "Unable to find instance for shop");

        for (var thrown : List.of(unavailable, new IllegalStateException("No instances available for shop"))) {
            assertThat(said(classify(thrown))).isEqualTo("503 UPSTREAM retry=5 proxy=destination_unavailable");
        }
        assertThat(said(classify(missing))).isEqualTo("404 CLIENT");
    }

    @Test
    void aFailureOfARemoteIsNotTheClientsWhateverItWraps() {
        var forbidden = Stubs.thrown("org.springframework.security.access.AccessDeniedException");
        var remote = new RemoteException("shop", forbidden);

        assertThat(said(classify(remote))).isEqualTo("500 SELF");
        assertThat(said(BuiltInRows.classify(remote, true))).isEqualTo("502 UPSTREAM proxy=proxy_internal_error");
        assertThat(said(classify(new RemoteException("shop", new SocketTimeoutException()))))
                .isEqualTo("503 SELF");
        assertThat(said(classify(new java.rmi.ConnectException("shop")))).isEqualTo("503 SELF");
    }

    @Test
    void aThreadThatIsStoppedIsLeftToTheContainer() throws ReflectiveOperationException {
        var death = Throwables.of(Class.forName("java.lang.ThreadDeath").asSubclass(Throwable.class), null);

        assertThat(said(classify(death))).isEqualTo("500 SELF rethrow");
        assertThat(said(classify(new InternalError("of the machine")))).isEqualTo("500 SELF");
        assertThat(said(classify(new OutOfMemoryError("unable to create native thread"))))
                .isEqualTo("503 SELF retry=5");
    }

    @ParameterizedTest
    @CsvSource({
        "ThrottlingException, 400, 503 SELF retry=1",
        "RequestThrottled, 400, 503 SELF retry=1",
        "ProvisionedThroughputExceededException, 400, 503 SELF retry=1",
        "TooManyRequestsException, 400, 503 SELF retry=1",
        "RequestLimitExceeded, 503, 503 SELF retry=1",
        "SlowDown, 503, 503 SELF retry=1",
        "Quota, 429, 503 SELF retry=1",
        "InternalError, 500, 503 SELF",
        "NoSuchKey, 404, 500 SELF",
        "AccessDenied, 403, 500 SELF"
    })
    void aServiceOfAwsThatThrottlesComesBack(String code, int status, String said) {
        var thrown = Stubs.thrown(
                "com.amazonaws.AmazonServiceException", Map.of("getErrorCode", code, "getStatusCode", status));

        assertThat(said(classify(thrown))).isEqualTo(said);
    }
}
