package org.errorpages.incident.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import org.errorpages.DeveloperPageSettings;
import org.errorpages.ErrorPages;
import org.errorpages.Fixtures;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.store.IncidentViewer.ViewerResponse;
import org.errorpages.render.ErrorResponse;
import org.errorpages.status.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the responses of the incident viewer. */
final class IncidentViewerTest {

    private static final String LIST = DeveloperPageSettings.DEFAULT_INCIDENTS_PATH;

    private final ErrorPages pages = inDevelopment();

    private static ErrorPages inDevelopment(String... settings) {
        var all = new java.util.ArrayList<>(java.util.List.of("mode", "development"));
        all.addAll(java.util.List.of(settings));
        return ErrorPages.builder()
                .config(Fixtures.config(all.toArray(String[]::new)))
                .clock(Clock.fixed(Fixtures.NOON, ZoneOffset.UTC))
                .build();
    }

    @Test
    void theListHasThreeFormats() {
        var answer = fail("orders are closed");
        var path = LIST + "/" + answer.incident();

        assertThat(get(LIST, "text/html").text())
                .startsWith("<!doctype html>")
                .contains("IllegalStateException", "orders are closed", "GET /orders/42", "href=\"" + path + "\"");
        assertThat(get(LIST, "application/json").text())
                .startsWith("{\"incidents\":[{\"id\":\"" + answer.incident() + "\",\"time\":\"2026-11-22T12:00:00Z\","
                        + "\"status\":500,\"diagnosis\":\"IllegalStateException")
                .endsWith("\"request\":\"GET /orders/42\",\"times\":1,\"href\":\"" + path + "\"}]}");
        assertThat(get(LIST, "text/plain").text())
                .startsWith("Incidents\n\n2026-11-22T12:00:00Z  500  GET /orders/42\n    IllegalStateException")
                .endsWith("\n    " + path + "\n");
    }

    @Test
    void theListIsInTheLanguageOfTheDeveloperAndNotCacheable() {
        var response = pages.incidents(asking(LIST, "text/html", "ko")).orElseThrow();

        assertThat(response.code()).isEqualTo(200);
        assertThat(response.text()).contains("<html lang=\"ko\"", "오류 기록", "시작한 뒤로 실패가 없습니다.");
        assertThat(response.headers())
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Content-Language", "ko")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .hasEntrySatisfying("Vary", vary -> assertThat(vary).contains("Accept", "Accept-Language"))
                .hasEntrySatisfying("Content-Security-Policy", policy -> assertThat(policy)
                        .contains("default-src 'none'", "style-src 'sha256-", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(response.headers().keySet()).noneMatch(name -> name.startsWith("Access-Control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/problem+json", "application/xml", "text/plain", "text/markdown"})
    void anIncidentIsShownLikeTheDeveloperResponse(String mediaType) {
        var answer = pages.answer(
                Failure.thrown(new IllegalStateException("orders are closed")), asking("/orders/42", mediaType, "en"));

        var response = get(LIST + "/" + answer.incident(), mediaType);

        assertThat(response.code()).isEqualTo(200);
        assertThat(response.text()).isEqualTo(answer.text()).contains("orders are closed");
        assertThat(response.headers()).containsEntry("Cache-Control", "no-store");
    }

    @Test
    void aDeveloperCanOpenAnIncidentOfAnotherClient() {
        var stranger = asking("/orders/42", "text/html", "en").withRemoteAddress("203.0.113.7");
        var answer = pages.answer(Failure.thrown(new IllegalStateException("orders are closed")), stranger);

        assertThat(answer.text()).doesNotContain("IllegalStateException");
        assertThat(get(LIST + "/" + answer.incident(), "text/html").text()).contains("IllegalStateException");
    }

    @Test
    void theDeveloperResponseLinksToTheViewer() {
        var answer =
                pages.answer(Failure.thrown(new IllegalStateException()), asking("/orders/42", "text/plain", "en"));
        var path = LIST + "/" + answer.incident();

        assertThat(answer.headers()).containsEntry("Link", "<" + path + ">; rel=\"describedby\"");
        assertThat(answer.text()).endsWith(path + "\n");
        assertThat(pages.answer(Failure.thrown(new IllegalStateException()), RequestSnapshot.of("GET", "/"))
                        .headers())
                .doesNotContainKey("Link");
    }

    @Test
    void thePublicResponseIsShownInTheLanguageOfTheUser() {
        var user = asking("/orders/42", "text/html", "en")
                .withRemoteAddress("203.0.113.7")
                .withHeader("Cookie", "a=b");
        var failure = Failure.thrown(new IllegalStateException("orders are closed"));
        var answer = pages.answer(failure, user);
        var preview = LIST + "/" + answer.incident() + "/public";

        var korean = get(preview + "/ko", "text/html");

        assertThat(get(preview, "text/html").text()).isEqualTo(answer.text());
        assertThat(korean.text()).contains("lang=\"ko\"").doesNotContain("IllegalStateException", "orders are closed");
        assertThat(get(preview + "?lang=ko", "text/html").text()).isEqualTo(korean.text());
        assertThat(korean.headers()).containsEntry("Content-Language", "ko");
        assertThat(get(preview + "/ar", "text/html").text()).contains("dir=\"rtl\"");
        assertThat(get(preview + "/ar.json", "text/html").headers())
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("Content-Language", "ar");
        assertThat(get(preview + ".txt", "text/html").text()).startsWith("500 Internal Server Error");
        assertThat(get(preview + ".xml", "text/html").text()).startsWith("<?xml");
    }

    @Test
    void thePublicResponseKeepsItsHeadersAndAllowsFramingBySameOrigin() {
        var thrown = new Closed();
        var answer = pages.answer(
                Failure.thrown(thrown), asking("/", "text/html", "en").withRemoteAddress("203.0.113.7"));

        var preview = get(LIST + "/" + answer.incident() + "/public", "text/html");

        var expected = new java.util.LinkedHashMap<>(answer.headers());
        expected.computeIfPresent(
                "Content-Security-Policy",
                (name, policy) -> policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
        assertThat(preview.code()).isEqualTo(503);
        assertThat(preview.headers()).isEqualTo(expected).containsEntry("Retry-After", "7200");
        assertThat(preview.headers().get("Content-Security-Policy")).contains("frame-ancestors 'self'");
        assertThat(get(LIST + "/" + answer.incident(), "text/html").headers().get("Content-Security-Policy"))
                .contains("frame-ancestors 'none'");
    }

    @Test
    void thePublicResponseDoesNotRequestAPassword() {
        var thrown = Failure.thrown(new Denied());
        var answer = pages.answer(thrown, asking("/", "text/html", "en"));

        assertThat(answer.headers()).containsKey("WWW-Authenticate");
        assertThat(get(LIST + "/" + answer.incident() + "/public", "text/html").headers())
                .doesNotContainKey("WWW-Authenticate");
        assertThat(get(LIST + "/" + answer.incident(), "text/html").headers()).doesNotContainKey("WWW-Authenticate");
    }

    @SuppressWarnings("serial")
    private static final class Closed extends RuntimeException implements org.errorpages.status.HttpError {
        @Override
        public int status() {
            return 503;
        }

        @Override
        public java.util.Map<String, String> headers() {
            return java.util.Map.of("Retry-After", "7200");
        }
    }

    @SuppressWarnings("serial")
    private static final class Denied extends RuntimeException implements org.errorpages.status.HttpError {
        @Override
        public int status() {
            return 401;
        }

        @Override
        public java.util.Map<String, String> headers() {
            return java.util.Map.of("WWW-Authenticate", "Basic realm=\"x\"");
        }
    }

    @Test
    void noQueryParameterShowsMore() {
        var answer = fail("orders are closed");
        var path = LIST + "/" + answer.incident() + "/public";
        var stranger = asking(path, "text/html", "en").withRemoteAddress("203.0.113.7");

        for (var query : new String[] {"trace=true&debug=1&message=", "lang=ko&developer=true", "mode=development"}) {
            assertThat(pages.incidents(stranger.withQuery(query))).isEmpty();
        }
        assertThat(get(path + "?trace=true&debug=1&message=always", "text/html").text())
                .isEqualTo(get(path, "text/html").text())
                .doesNotContain("orders are closed");
    }

    @Test
    void theSettingChangesThePath() {
        var moved = inDevelopment("incidentsPath", "/shop/_errors");
        var answer = moved.answer(Failure.thrown(new IllegalStateException()), asking("/", "text/plain", "en"));

        assertThat(moved.incidents(asking(LIST, "text/html", "en"))).isEmpty();
        assertThat(moved.incidents(asking("/shop/_errors/" + answer.incident(), "text/html", "en")))
                .isPresent();
        assertThat(answer.text()).endsWith("/shop/_errors/" + answer.incident() + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "incidents",
                "/a/",
                "//a",
                "/a/../b",
                "/a/.",
                "/a b",
                "/a;b",
                "/a?b",
                "/a#b",
                "http://x/",
                "/é",
                "/a\\b",
                "off"
            })
    void anInvalidPathIsRejected(String path) {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> Fixtures.config("incidentsPath", path))
                .withMessage("incidentsPath = '" + path
                        + "' is not allowed; allowed: none, or a path such as /errorpages/incidents");
    }

    @Test
    void anIncidentCountsOnceEvenIfItIsRenderedTwice() {
        var request = asking("/orders/42", "application/json", "en");
        var failure = Failure.thrown(new IllegalStateException("orders are closed"));
        var incident = pages.report(failure, request);

        pages.respond(incident);
        pages.respond(incident);

        assertThat(get(LIST, "application/json").text())
                .containsOnlyOnce("\"id\"")
                .contains("\"times\":1,");
        assertThat(pages.answer(failure, request).text()).contains("\"times\":2,");
    }

    private ErrorResponse fail(String message) {
        return pages.answer(
                Failure.thrown(new IllegalStateException(message)), asking("/orders/42", "text/html", "en"));
    }

    private ViewerResponse get(String target, String mediaType) {
        int mark = target.indexOf('?');
        var request = asking(mark < 0 ? target : target.substring(0, mark), mediaType, "en")
                .withQuery(mark < 0 ? null : target.substring(mark + 1));
        return pages.incidents(request).orElseThrow();
    }

    private static RequestSnapshot asking(String path, String mediaType, String language) {
        var request = Fixtures.request(mediaType, language);
        return new RequestSnapshot("GET", path, null, request.headers(), request.remoteAddress(), null, null);
    }
}
