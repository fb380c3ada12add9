package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serial;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpErrorException;
import org.errorpages.status.UpstreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the public sees no part of a request or failure, in any format: one canary at a time. */
final class PublicCanariesTest {

    private static final String CANARY = "zqcanaryqz";
    private static final Failure BUG = Failure.thrown(new IllegalStateException());

    /** A failure and a request with a canary in one place. */
    private record Planted(String place, Failure failure, RequestSnapshot request) {

        static Planted header(String name, String value) {
            return in("header " + name, request -> request.withHeader(name, value));
        }

        static Planted in(String place, UnaryOperator<RequestSnapshot> change) {
            return new Planted(place, BUG, change.apply(RequestSnapshot.of("GET", "/orders/42")));
        }

        static Planted of(String place, Failure failure) {
            return new Planted(place, failure, RequestSnapshot.of("POST", "/orders/42"));
        }

        static Planted of(String place, Throwable thrown) {
            return of(place, Failure.thrown(thrown));
        }

        @Override
        public String toString() {
            return place;
        }
    }

    private static Stream<Planted> places() {
        return Stream.of(inTheRequestLine(), inHeaders(), inServerDetails(), inExceptions(), inStackTraces())
                .flatMap(places -> places);
    }

    private static Stream<Planted> inTheRequestLine() {
        return Stream.of(
                new Planted("method", BUG, RequestSnapshot.of(CANARY, "/orders")),
                new Planted("path", BUG, RequestSnapshot.of("GET", "/" + CANARY)),
                new Planted("encoded path", BUG, RequestSnapshot.of("GET", "/%7A" + CANARY + "%0d%0a")),
                Planted.in("query name", request -> request.withQuery(CANARY + "=1")),
                Planted.in("query value", request -> request.withQuery("q=%3Cscript%3E" + CANARY)));
    }

    private static Stream<Planted> inHeaders() {
        return Stream.of(
                Planted.header("Host", CANARY + ".example"),
                Planted.header("Cookie", CANARY + "=1"),
                Planted.header("Cookie", "JSESSIONID=" + CANARY),
                Planted.header("Authorization", "Bearer " + CANARY),
                Planted.header("User-Agent", CANARY + "/1.0"),
                Planted.header("Referer", "https://shop.example/" + CANARY),
                Planted.header("Origin", "https://" + CANARY + ".example"),
                Planted.header("X-Forwarded-For", CANARY),
                Planted.header("X-Forwarded-Host", CANARY),
                Planted.header("Forwarded", "for=" + CANARY),
                Planted.header("X-Request-Id", CANARY),
                Planted.header("traceparent", "00-" + CANARY + "-01"),
                Planted.header("Accept-Language", "x-zqcanary, " + CANARY + ", en-x-zqcanary"),
                Planted.header("Content-Type", "application/" + CANARY),
                Planted.header("Turbo-Frame", CANARY),
                Planted.header("HX-Current-URL", "https://shop.example/" + CANARY),
                Planted.header("X-" + CANARY, "1"),
                Planted.header("X-Custom", CANARY));
    }

    private static Stream<Planted> inServerDetails() {
        return Stream.of(
                Planted.in("remote address", request -> request.withRemoteAddress(CANARY)),
                Planted.in("language of the user", request -> request.withLanguage(CANARY.substring(0, 8))),
                Planted.in(
                        "handler",
                        request -> new RequestSnapshot(
                                request.method(), request.path(), null, request.headers(), "127.0.0.1", CANARY, null)));
    }

    private static Stream<Planted> inExceptions() {
        var next = new SQLException("next", "08001");
        next.setNextException(new SQLException(CANARY));
        var suppressing = new IllegalStateException();
        suppressing.addSuppressed(new IllegalStateException(CANARY));
        return Stream.of(
                Planted.of("message", new IllegalStateException(CANARY)),
                Planted.of("message of the cause", new IllegalStateException(new IllegalStateException(CANARY))),
                Planted.of("message of a suppressed exception", suppressing),
                Planted.of("SQLSTATE", new SQLException("", CANARY)),
                Planted.of("next exception", next),
                Planted.of("name of the upstream", new UpstreamException(CANARY, new IllegalStateException())),
                Planted.of("message of an exception with a status", new HttpErrorException(503, null, null, named())),
                Planted.of("class name", named()),
                Planted.of("localized message", new WithCanaryInToString()),
                Planted.of("message of sendError", Failure.sent(500, CANARY)),
                Planted.of("message of sendError 404", Failure.sent(404, CANARY)));
    }

    private static Stream<Planted> inStackTraces() {
        return Stream.of(
                Planted.of("frame: class", framed(new StackTraceElement(CANARY + ".Shop", "pay", "Shop.java", 1))),
                Planted.of("frame: method", framed(new StackTraceElement("shop.Shop", CANARY, "Shop.java", 1))),
                Planted.of("frame: file", framed(new StackTraceElement("shop.Shop", "pay", CANARY + ".java", 1))),
                Planted.of(
                        "frame: module and version",
                        framed(new StackTraceElement("app", CANARY, CANARY, "shop.Shop", "pay", "Shop.java", 1))));
    }

    static Stream<Arguments> placesAndFormats() {
        var formats = Map.of(
                "text/html", "false",
                "text/html;part", "true",
                "application/json", "false",
                "application/xml", "false",
                "text/plain", "false",
                "text/markdown", "false");
        return places().flatMap(planted -> formats.entrySet().stream()
                .map(format -> Arguments.of(planted, format.getKey(), Boolean.valueOf(format.getValue()))));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("placesAndFormats")
    void thePublicNeverSeesTheCanary(Planted planted, String format, boolean fragment) {
        var request = planted.request().withHeader("Accept", format.replace(";part", ""));
        var answer = Fixtures.builder("siteName", "Harbour Books")
                .build()
                .answer(planted.failure(), fragment ? request.withHeader("HX-Request", "true") : request);

        assertThat(answer.text()).isNotBlank().doesNotContainIgnoringCase(CANARY, "zqcanary");
        assertThat(answer.headers().toString()).doesNotContainIgnoringCase(CANARY, "zqcanary");
    }

    @Test
    void moreThanThirtyPlacesAreTested() {
        assertThat(places().map(Planted::place)).hasSizeGreaterThan(30);
    }

    /** Detects places without a canary: a developer sees most of them. */
    @Test
    void aDeveloperSeesMostCanaries() {
        var seen = places().filter(PublicCanariesTest::isSeenByADeveloper)
                .map(Planted::place)
                .toList();

        assertThat(seen).hasSizeGreaterThan(25).containsAll(List.of("path", "message", "frame: class", "class name"));
    }

    private static boolean isSeenByADeveloper(Planted planted) {
        var request = planted.request().withHeader("Accept", "text/plain");
        var local = planted.place().equals("remote address") ? request : request.withRemoteAddress("127.0.0.1");
        var host = local.headers().first("Host").isEmpty() ? local.withHeader("Host", "localhost") : local;
        return Fixtures.builder("mode", "development")
                .build()
                .answer(planted.failure(), host)
                .text()
                .toLowerCase(Locale.ROOT)
                .contains("zqcanary");
    }

    private static Throwable framed(StackTraceElement frame) {
        var thrown = new IllegalStateException();
        thrown.setStackTrace(new StackTraceElement[] {frame});
        return thrown;
    }

    private static Throwable named() {
        return new Zqcanaryqz();
    }

    /** An exception whose name is the canary. */
    private static final class Zqcanaryqz extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;
    }

    /** An exception with the canary in other texts than its message. */
    @SuppressWarnings("OverrideThrowableToString")
    private static final class WithCanaryInToString extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public String getLocalizedMessage() {
            return CANARY;
        }

        @Override
        public String toString() {
            return CANARY;
        }
    }
}
