package org.errorpages.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests every failure over HTTP, in each media type and language, with the same WAR on two servers. */
final class AnswersIT {

    private static final Map<Shop.On, Shop> SHOPS = new EnumMap<>(Shop.On.class);

    @BeforeAll
    static void open() throws Exception {
        for (var server : Shop.On.values()) {
            SHOPS.put(server, Shop.open(server, false));
        }
    }

    @AfterAll
    static void close() {
        SHOPS.values().forEach(Shop::close);
    }

    private static Shop shop(Shop.On server) {
        return Objects.requireNonNull(SHOPS.get(server));
    }

    static Stream<Arguments> table() {
        return Arrays.stream(Shop.On.values()).flatMap(server -> Scenario.ALL.stream()
                .flatMap(scenario -> Arrays.stream(Form.values()).flatMap(form -> Stream.of("en", "ko")
                        .map(language -> Arguments.of(server, scenario, form, language)))));
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @MethodSource("table")
    void failureIsAnsweredInFormAndLanguage(Shop.On server, Scenario scenario, Form form, String language)
            throws Exception {
        var response = shop(server).ask(scenario.path(), form.accept(), language);
        var headers = response.headers();

        assertThat(response.statusCode()).isEqualTo(scenario.status());
        assertThat(headers.allValues("Content-Type")).containsExactly(form.contentType());
        assertThat(headers.allValues("Content-Language")).containsExactly(language);
        assertThat(headers.allValues("Vary")).containsExactly("Accept, Accept-Language");
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
        assertThat(headers.firstValue("Retry-After").orElse("")).matches(scenario.retryAfter());
        assertBody(form.read(response.body()), scenario, language);
    }

    private static void assertBody(Map<String, String> said, Scenario scenario, String language) {
        var title = scenario.title(language);
        if (said.containsKey("text")) {
            assertThat(said.get("text")).contains(title, Integer.toString(scenario.status()));
        } else {
            assertThat(said)
                    .containsEntry("title", title)
                    .containsEntry("status", Integer.toString(scenario.status()))
                    .containsEntry("hop", scenario.hop())
                    .containsKeys("detail", "instance", "incident");
        }
        assertThat(said.getOrDefault("language", language)).isEqualTo(language);
    }

    @ParameterizedTest
    @EnumSource
    void theErrorPageRespondsToAnUnknownMethod(Shop.On server) throws Exception {
        for (var form : Form.values()) {
            var response = shop(server).ask("PURGE", "/ok", form.accept(), "ko");

            assertThat(response.statusCode()).isEqualTo(501);
            assertThat(response.headers().allValues("Content-Type")).containsExactly(form.contentType());
            assertThat(response.body()).contains("지원하지 않는 요청입니다");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMistakeOfTheClientResultsIn4xx(Shop.On server) throws Exception {
        for (var form : Form.values()) {
            assertThat(shop(server)
                            .ask("/fail/502?kind=unknown", form.accept(), "en")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(shop(server).ask("/no-such-book", form.accept(), "en").statusCode())
                    .isEqualTo(404);
            assertThat(shop(server).ask("POST", "/ok", form.accept(), "en").statusCode())
                    .isEqualTo(405);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUploadAboveTheLimitResultsIn413(Shop.On server) throws Exception {
        var body = "--cut\r\nContent-Disposition: form-data; name=\"cover\"; filename=\"emma.png\"\r\n\r\n"
                + "x".repeat(1_000_001) + "\r\n--cut--\r\n";
        var request = HttpRequest.newBuilder()
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));

        var answer = shop(server).send(request, "/counter/upload");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/problem+json");
    }

    @ParameterizedTest
    @EnumSource
    void aLocalDeveloperSeesTheReason(Shop.On server) throws Exception {
        var bug = shop(server).ask("/fail/500", "text/plain", "en").body();
        var slow = shop(server).ask("/fail/504", "text/plain", "en").body();

        assertThat(bug)
                .contains("NullPointerException in PostageTable.cents (PostageTable.java:")
                .contains("caused by: org.errorpages.demo.shop.OperationFailedException");
        assertThat(slow).contains("Why 504: java.net.http.HttpTimeoutException = 504", "http_response_timeout");
    }

    @ParameterizedTest
    @EnumSource
    void aSuccessfulResponseIsUnchanged(Shop.On server) throws Exception {
        var response = shop(server).ask("/ok", "*/*", "ko");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("ok\n");
        assertThat(response.headers().map()).doesNotContainKeys("content-language", "vary", "cache-control");
        assertThat(shop(server).ask("/", "text/html", "en").body()).contains("Harbour Books");
    }

    @ParameterizedTest
    @EnumSource
    void parallelFailuresAreNotMixedUp(Shop.On server) {
        var answers = Stream.of(List.of("en", "ko"), List.of("ko", "en"), List.of("en", "ko"))
                .flatMap(List::stream)
                .flatMap(language -> Scenario.ALL.stream().map(scenario -> Map.entry(language, scenario)))
                .parallel()
                .map(entry -> hasTitle(server, entry.getValue(), entry.getKey()))
                .toList();

        assertThat(answers).hasSize(6 * Scenario.ALL.size()).containsOnly(true);
    }

    private static boolean hasTitle(Shop.On server, Scenario scenario, String language) {
        try {
            var response = shop(server).ask(scenario.path(), "application/json", language);
            return response.statusCode() == scenario.status()
                    && response.body().contains("\"title\":\"" + scenario.title(language) + "\"");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
