package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.summary;
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

/** Tests cause chains of libraries that need several rules. */
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
    void aTooLargeUploadBlamesTheClientEvenInsideAnIllegalStateException(String name) {
        var tooLarge = Stubs.thrown(name);

        assertThat(summary(classify(new IllegalStateException("too large", tooLarge))))
                .isEqualTo("413 CLIENT");
        assertThat(summary(classify(upstream(new IllegalStateException("too large", tooLarge)))))
                .startsWith("502 UPSTREAM");
    }

    @Test
    void otherCausesOfAnIllegalStateExceptionDoNotBlameTheClient() {
        var forbidden = Stubs.thrown("org.springframework.security.access.AccessDeniedException");
        var below = new RuntimeException(
                Stubs.thrown("org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException"));

        assertThat(summary(classify(new IllegalStateException("order 7", forbidden))))
                .isEqualTo("500 SELF");
        assertThat(summary(classify(new IllegalStateException("order 7", below))))
                .isEqualTo("500 SELF");
    }

    @Test
    void aTooLargeMultipartStreamBlamesTheClient() {
        var tooLarge = Stubs.thrown("org.apache.commons.fileupload.FileUploadBase$SizeLimitExceededException");
        var read = Stubs.thrown("org.apache.commons.fileupload.FileUploadBase$FileUploadIOException");

        assertThat(summary(classify(chain(read, tooLarge)))).isEqualTo("413 CLIENT");
    }

    @Test
    void theCauseOfAnUnknownGrpcErrorDecides() {
        for (var name : List.of("io.grpc.StatusRuntimeException", "io.grpc.StatusException")) {
            assertThat(summary(classify(unknown(name)))).isEqualTo("502 UPSTREAM proxy=http_protocol_error");
            assertThat(summary(classify(chain(unknown(name), new ConnectException("Connection refused")))))
                    .isEqualTo("502 UPSTREAM proxy=connection_refused");
            assertThat(summary(classify(chain(unknown(name), new SocketTimeoutException("Read timed out")))))
                    .isEqualTo("504 UPSTREAM proxy=connection_read_timeout");
        }
    }

    private static Throwable unknown(String name) {
        return Stubs.thrown(name, Map.of("getStatus", Map.of("getCode", new RuleThrowables.Constant("UNKNOWN"))));
    }

    @Test
    void anUnreachableNetworkDiffersFromARefusedConnection() {
        for (var thrown : List.of(
                new ConnectException("Network is unreachable (connect failed)"),
                new SocketException("Network is unreachable"))) {
            assertThat(summary(classify(upstream(thrown)))).isEqualTo("502 UPSTREAM proxy=destination_ip_unroutable");
        }
        assertThat(summary(classify(new ConnectException("Network is unreachable"))))
                .isEqualTo("503 SELF");
    }

    @ParameterizedTest
    @CsvSource({"08001, 503 SELF retry=2", "08S01, 503 SELF retry=2", "28000, 500 SELF", ", 503 SELF"})
    void aLostDatabaseConnectionIsTemporary(@Nullable String state, String expected) {
        assertThat(summary(classify(new SQLNonTransientConnectionException("lost", state))))
                .isEqualTo(expected);
    }

    @Test
    void aDecodingFailureIsOnTheSideThatSentTheData() {
        var decoding = Stubs.thrown("org.springframework.core.codec.DecodingException");
        var answer = Stubs.thrown(
                "org.springframework.web.reactive.function.client.WebClientResponseException",
                Map.of("getStatusCode", Map.of("value", 200)));
        var request = Throwables.of(
                Stubs.implementing(
                        "org.springframework.web.ErrorResponse", Map.of("getStatusCode", Map.of("value", 400))),
                "stub");

        assertThat(summary(classify(decoding))).isEqualTo("500 SELF");

        var verdict = classify(chain(answer, decoding));
        assertThat(summary(verdict)).isEqualTo("502 UPSTREAM proxy=http_protocol_error");
        assertThat(verdict.reason().decisiveClass())
                .isEqualTo(decoding.getClass().getName());
        assertThat(summary(classify(chain(request, Stubs.thrown("org.springframework.core.codec.DecodingException")))))
                .isEqualTo("400 CLIENT");
    }

    @Test
    void aServiceMissingFromTheRegistryIsUnavailable() {
        var name = "org.springframework.cloud.gateway.support.NotFoundException";
        var parent = Stubs.implementing(
                "org.springframework.web.ErrorResponse", Map.of("getStatusCode", Map.of("value", 404)));
        var unavailable = Stubs.thrown(name, Map.of("getStatusCode", Map.of("value", 503)));
        var missing = Throwables.of(Stubs.exception(name, parent, Map.of()), "Unable to find instance for shop");

        for (var thrown : List.of(unavailable, new IllegalStateException("No instances available for shop"))) {
            assertThat(summary(classify(thrown))).isEqualTo("503 UPSTREAM retry=5 proxy=destination_unavailable");
        }
        assertThat(summary(classify(missing))).isEqualTo("404 CLIENT");
    }

    @Test
    void aRemoteFailureDoesNotBlameTheClientWhateverItsCause() {
        var forbidden = Stubs.thrown("org.springframework.security.access.AccessDeniedException");
        var remote = new RemoteException("shop", forbidden);

        assertThat(summary(classify(remote))).isEqualTo("500 SELF");
        assertThat(summary(BuiltInRules.classify(remote, true))).isEqualTo("502 UPSTREAM proxy=proxy_internal_error");
        assertThat(summary(classify(new RemoteException("shop", new SocketTimeoutException()))))
                .isEqualTo("503 SELF");
        assertThat(summary(classify(new java.rmi.ConnectException("shop")))).isEqualTo("503 SELF");
    }

    @Test
    void aThreadDeathIsRethrownToTheContainer() throws ReflectiveOperationException {
        var death = Throwables.of(Class.forName("java.lang.ThreadDeath").asSubclass(Throwable.class), null);

        assertThat(summary(classify(death))).isEqualTo("500 SELF rethrow");
        assertThat(summary(classify(new InternalError("of the machine")))).isEqualTo("500 SELF");
        assertThat(summary(classify(new OutOfMemoryError("unable to create native thread"))))
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
    void aThrottlingAwsServiceIsTemporarilyUnavailable(String code, int status, String expected) {
        var thrown = Stubs.thrown(
                "com.amazonaws.AmazonServiceException", Map.of("getErrorCode", code, "getStatusCode", status));

        assertThat(summary(classify(thrown))).isEqualTo(expected);
    }
}
