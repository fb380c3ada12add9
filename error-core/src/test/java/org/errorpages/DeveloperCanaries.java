package org.errorpages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.errorpages.http.DeveloperRequestDetails;
import org.errorpages.http.DeveloperRequestDetails.Attribute;
import org.errorpages.http.DeveloperRequestDetails.BodyPart;
import org.errorpages.http.DeveloperRequestDetails.RequestProperty;
import org.errorpages.http.NamedValue;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;
import org.jspecify.annotations.Nullable;

/** The places of secrets that a developer must not see. */
final class DeveloperCanaries {

    private static final RequestSnapshot GET = RequestSnapshot.of("GET", "/orders/42");
    private static final String SOURCE = "class Till {\n    void pay() {\n        throw new Bug();\n    }\n}\n";

    private DeveloperCanaries() {}

    /** A named place, and a function that puts a secret there. */
    record Place(String name, Function<String, Planted> planting) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A failure, its request, and the source file of its frame. */
    record Planted(Failure failure, RequestSnapshot request, String source) {}

    static Stream<Place> places() {
        return Stream.of(headers(), query(), details(), messages(), sources(), repeated())
                .flatMap(places -> places);
    }

    private static Stream<Place> headers() {
        return Stream.of(
                header("Authorization", "Bearer @S@"),
                header("Authorization", "Token @S@"),
                header("Authorization", "Digest username=\"a\", response=\"@S@\""),
                header("Proxy-Authorization", "Bearer @S@"),
                new Place(
                        "header Authorization: Basic",
                        secret -> of(GET.withHeader("Authorization", "Basic " + base64("anna:" + secret)))),
                header("Cookie", "JSESSIONID=@S@"),
                header("Cookie", "theme=dark; remember_me=@S@"),
                header("Cookie", "prefs=\"@S@\""),
                header("X-Api-Key", "@S@"),
                header("X-CSRF-Token", "@S@"),
                header("X-Amz-Signature", "@S@"),
                header("Referer", "https://shop.example/?page=2&token=@S@&x=1"),
                header("Referer", "https://anna:@S@@shop.example/"),
                header("X-Debug", "password=@S@"),
                header("X-Trace", "eyJhbGciOiJIUzI1NiJ9.eyJ@S@.@S@"),
                header("X-Config", "{\"db\":{\"password\":{\"value\":\"@S@\"}}}"));
    }

    private static Place header(String name, String value) {
        return new Place(
                "header " + name + ": " + value, secret -> of(GET.withHeader(name, value.replace("@S@", secret))));
    }

    private static Stream<Place> query() {
        return Stream.of(
                        "password=@S@",
                        "a=1&access_token=@S@&b=2",
                        "pass%77ord=@S@",
                        "user%5Bpassword%5D=@S@",
                        "next=https%3A%2F%2Fshop.example%2F%3Ftoken%3D@S@",
                        "url=ftp://anna:@S@@shop.example/",
                        "code=eyJhbGciOiJIUzI1NiJ9.eyJ@S@.@S@")
                .map(query -> new Place("query " + query, secret -> of(GET.withQuery(query.replace("@S@", secret)))));
    }

    private static Stream<Place> details() {
        return Stream.of(
                new Place("form parameter", secret -> of(GET.withDetails(() -> form("newPassword", secret)))),
                new Place(
                        "form parameter in JSON",
                        secret -> of(GET.withDetails(() -> form("data", "{\"apiKey\":\"" + secret + "\"}")))),
                new Place("principal", secret -> of(GET.withDetails(() -> trait(RequestProperty.PRINCIPAL, secret)))),
                new Place(
                        "thread name",
                        secret -> of(GET.withDetails(() -> trait(RequestProperty.THREAD, "worker token=" + secret)))),
                new Place(
                        "query of a forward",
                        secret -> of(GET.withDetails(
                                () -> attribute("jakarta.servlet.forward.query_string", "a=1&sessid=" + secret)))),
                new Place(
                        "path of a forward",
                        secret -> of(GET.withDetails(
                                () -> attribute("jakarta.servlet.forward.request_uri", "/a;jsessionid=" + secret)))),
                new Place(
                        "name of an attribute",
                        secret -> of(GET.withDetails(() -> attribute("password=" + secret, null)))),
                new Place("name of a file", secret -> of(GET.withDetails(() -> part("file", "secret=" + secret)))),
                new Place("path parameter", secret -> of(RequestSnapshot.of("GET", "/a;jsessionid=" + secret))));
    }

    private static Stream<Place> messages() {
        return Stream.concat(
                Stream.of(
                                "login failed: {\"user\":\"a\",\"password\":\"@S@\"}",
                                "{\"password\":{\"hash\":{\"value\":\"@S@\"}}}",
                                "jdbc:mysql://db/shop?user=app&password=@S@",
                                "jdbc:oracle:thin:scott/@S@@db:1521",
                                "jdbc:postgresql://app:@S@@db/shop",
                                "FOO_SECRET=@S@ is not valid",
                                "export AWS_SECRET_ACCESS_KEY='@S@'",
                                "Authorization: Bearer @S@",
                                "bad -----BEGIN PRIVATE KEY-----\n@S@\n-----END PRIVATE KEY-----",
                                "ghp_abcdefghijklmnopqrst@S@ is revoked",
                                "xoxb-1234-@S@ is revoked",
                                "sk_live_@S@ is revoked",
                                "https://hooks.slack.com/services/T0/B0/@S@",
                                "iban: x, cvv=@S@",
                                "Server=db;connectionString=@S@;",
                                "<password>@S@</password>")
                        .map(text -> new Place("message " + text, secret -> thrown(text.replace("@S@", secret), GET))),
                Stream.of("cause", "suppressed", "next", "sent")
                        .map(kind -> new Place(
                                "message of kind " + kind, secret -> failing(kind, "password=" + secret, GET))));
    }

    private static Stream<Place> sources() {
        return Stream.of(
                        "String password = \"@S@\";",
                        "String password =\n        \"@S@\";",
                        "String password = \"x\"\n        + \"@S@\";",
                        "String password = \"\"\"\n    a\n    @S@\n    \"\"\";",
                        "String key = \"-----BEGIN PRIVATE KEY-----\\n"
                                + "\"\n"
                                + " + \"@S@\"\n"
                                + " + \"@S@\"\n"
                                + " + \"-----END PRIVATE KEY-----\";",
                        "connect(\"jdbc:mysql://app:@S@@db/shop\");")
                .flatMap(code -> Stream.of(0, 4)
                        .map(above -> new Place(
                                "source, " + above + " lines above: " + code, secret -> source(above, code, secret))));
    }

    /** Secrets that the request reveals as such, repeated in places where nothing marks them. */
    private static Stream<Place> repeated() {
        var everywhere = unmarkedPlaces().map(place -> repeated(place, "bearer", "as it is"));
        var encoded = encodings().keySet().stream()
                .flatMap(encoding -> unmarkedPlaces().limit(3).map(place -> repeated(place, "query", encoding)));
        var carried = carriers().keySet().stream()
                .filter(carrier -> !carrier.equals("query"))
                .flatMap(carrier ->
                        unmarkedPlaces().limit(2).map(place -> repeated(place, carrier, "base64 in other text")));
        return Stream.of(everywhere, encoded, carried).flatMap(places -> places);
    }

    private static Place repeated(Place place, String carrier, String encoding) {
        return new Place(place.name() + " again: " + carrier + ", " + encoding, secret -> {
            var planted = place.planting()
                    .apply(Objects.requireNonNull(encodings().get(encoding)).apply(secret));
            return new Planted(
                    planted.failure(),
                    Objects.requireNonNull(carriers().get(carrier)).apply(planted.request(), secret),
                    planted.source());
        });
    }

    private static Map<String, BiFunction<RequestSnapshot, String, RequestSnapshot>> carriers() {
        return Map.of(
                "bearer", (request, secret) -> request.withHeader("Authorization", "Bearer " + secret),
                "basic", (request, secret) -> request.withHeader("Authorization", "Basic " + base64("anna:" + secret)),
                "cookie", (request, secret) -> request.withHeader("Cookie", "remember=" + secret),
                "key", (request, secret) -> request.withHeader("X-Api-Key", secret),
                "query", (request, secret) -> request.withQuery("pin=" + secret));
    }

    private static Map<String, UnaryOperator<String>> encodings() {
        return Map.of(
                "as it is", secret -> secret,
                "base64", DeveloperCanaries::base64,
                "base64 in other text", secret -> base64("ab" + secret + "cd"),
                "base64url",
                        secret -> Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(("?~" + secret).getBytes(StandardCharsets.UTF_8)),
                "for a URL", secret -> URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }

    private static Stream<Place> unmarkedPlaces() {
        return Stream.of(
                new Place("message", text -> thrown("refused " + text + " by the till", GET)),
                new Place("source", text -> source(1, "call(\"@S@\");", text)),
                new Place("path", text -> of(RequestSnapshot.of("GET", "/reset/" + text))),
                new Place("cause", text -> failing("cause", "refused " + text, GET)),
                new Place("suppressed", text -> failing("suppressed", "refused " + text, GET)),
                new Place("next", text -> failing("next", "refused " + text, GET)),
                new Place("sent", text -> failing("sent", "refused " + text, GET)),
                new Place("other header", text -> of(GET.withHeader("X-Debug", "saw " + text))),
                new Place("form", text -> of(GET.withDetails(() -> form("comment", text)))),
                new Place("name of a form parameter", text -> of(GET.withDetails(() -> form(text, "1")))),
                new Place(
                        "attribute",
                        text -> of(GET.withDetails(() -> attribute("jakarta.servlet.forward.path_info", "/" + text)))),
                new Place("attribute name", text -> of(GET.withDetails(() -> attribute("cache." + text, null)))),
                new Place("session attribute name", text -> of(GET.withDetails(() -> session("user." + text)))),
                new Place("part name", text -> of(GET.withDetails(() -> part(text, "a.txt")))),
                new Place("file name", text -> of(GET.withDetails(() -> part("file", text)))),
                new Place("thread", text -> of(GET.withDetails(() -> trait(RequestProperty.THREAD, "worker " + text)))),
                new Place("server", text -> of(GET.withDetails(() -> trait(RequestProperty.SERVER, text)))),
                new Place(
                        "handler",
                        text -> of(new RequestSnapshot(
                                "GET", "/", null, GET.headers(), "127.0.0.1", "pay " + text, null))));
    }

    private static DeveloperRequestDetails form(String name, String value) {
        return new DeveloperRequestDetails(
                List.of(new NamedValue(name, value)), List.of(), List.of(), List.of(), Map.of());
    }

    private static DeveloperRequestDetails session(String name) {
        var attribute = new Attribute(name, "java.lang.String", null);
        return new DeveloperRequestDetails(List.of(), List.of(attribute), List.of(), List.of(), Map.of());
    }

    private static DeveloperRequestDetails attribute(String name, @Nullable String value) {
        var attribute = new Attribute(name, "java.lang.String", value);
        return new DeveloperRequestDetails(List.of(), List.of(), List.of(attribute), List.of(), Map.of());
    }

    private static DeveloperRequestDetails part(String name, String fileName) {
        var part = new BodyPart(name, fileName, "text/plain", 17);
        return new DeveloperRequestDetails(List.of(), List.of(), List.of(), List.of(part), Map.of());
    }

    private static DeveloperRequestDetails trait(RequestProperty trait, String value) {
        return new DeveloperRequestDetails(List.of(), List.of(), List.of(), List.of(), Map.of(trait, value));
    }

    private static Planted of(RequestSnapshot request) {
        return thrown("it broke", request);
    }

    private static Planted thrown(String message, RequestSnapshot request) {
        return new Planted(Failure.thrown(at(3, new IllegalStateException(message))), request, SOURCE);
    }

    private static Planted failing(String kind, String message, RequestSnapshot request) {
        var thrown = at(3, new SQLException("broken"));
        switch (kind) {
            case "cause" -> thrown.initCause(at(3, new IllegalStateException(message)));
            case "suppressed" -> thrown.addSuppressed(at(3, new IllegalStateException(message)));
            case "next" -> thrown.setNextException(at(3, new SQLException(message)));
            default -> {
                return new Planted(Failure.sent(500, message), request, SOURCE);
            }
        }
        return new Planted(Failure.thrown(thrown), request, SOURCE);
    }

    private static Planted source(int above, String code, String secret) {
        var source = "class Till {\n" + code.replace("@S@", secret) + "\n" + "// x\n".repeat(above) + "pay();\n}\n";
        int line = (int) source.lines().count() - 1;
        return new Planted(Failure.thrown(at(line, new IllegalStateException("it broke"))), GET, source);
    }

    private static <T extends Throwable> T at(int line, T thrown) {
        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement("shop.Till", "pay", "Till.java", line)});
        return thrown;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
