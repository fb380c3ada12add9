package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the structure of HTML pages with a parser. */
final class PageStructureTest {

    private static final int ONE_ROUND_TRIP = 14 * 1024;

    static Stream<Arguments> codesAndLanguages() {
        return IntStream.of(400, 404, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511, 599)
                .boxed()
                .flatMap(code -> Stream.of("en", "ko").map(language -> Arguments.of(code, language)));
    }

    @ParameterizedTest
    @MethodSource("codesAndLanguages")
    void aPublicPageIsComplete(int code, String language) throws Exception {
        var answer = Fixtures.builder("siteName", "Harbour Books", "contact", "help@example.test")
                .build()
                .answer(Failure.sent(code, "inside"), Fixtures.request("text/html", language));
        var page = Jsoup.parse(answer.text());

        assertThat(page.select("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("html").attr("dir")).isEqualTo("ltr");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.title()).isEqualTo(page.select("h1").text() + " – Harbour Books");
        assertThat(page.select("script, iframe, format, [style], [onclick]")).isEmpty();
        assertThat(page.select("ol.hops > li")).hasSize(4);
        assertThat(page.select("ol.hops > li.failed")).hasSize(1);
        assertThat(page.select("ol.hops > li.failed .mark svg")).hasSize(1);
        assertThat(page.text())
                .contains(Integer.toString(code), Fixtures.ID.toString())
                .doesNotContain("{", "??");
        assertThat(answer.length()).isLessThan(ONE_ROUND_TRIP);
        assertNothingIsFetched(page);
        assertThat(answer.headers().get("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-" + hashOf(page.expectFirst("style")) + "'");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 503})
    void aServerFailureMarksTheApplication(int code) {
        assertThat(failedHop(code)).isEqualTo("application failed");
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void anUpstreamFailureMarksTheUpstream(int code) {
        assertThat(failedHop(code)).isEqualTo("upstream failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"><script>alert(1)</script>",
                "' onload='x",
                "</title></style></textarea><img src=x onerror=x>",
                "<!-- --><b>bold</b>",
                "${7*7} __${7*7}__ [[${7*7}]] [(${7*7})] #{dir} ~{public} {0} %s",
                "\u2028\u0000\u202E\uD800",
            })
    void hostileTextDoesNotChangeTheStructureOfTheDeveloperPage(String hostile) {
        var pages = Fixtures.builder("mode", "development").build();

        var expected = structure(pages, "harmless");
        var actual = structure(pages, hostile);

        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json", "application/xml", "text/plain", "text/markdown"})
    void expressionsInAMessageAreNotEvaluated(String format) {
        var message = "${7*7} __${7*7}__ [[${7*7}]] #{dir} {0} %s";
        var pages = Fixtures.builder("mode", "development").build();

        var answer = pages.answer(Failure.thrown(new IllegalStateException(message)), Fixtures.request(format, "en"));

        assertThat(answer.text()).contains(message);
    }

    private static List<String> structure(ErrorPages pages, String text) {
        var frame = new StackTraceElement("shop." + text, text, text, 1);
        var cause = new IOException(text);
        cause.setStackTrace(new StackTraceElement[] {frame, frame});
        var thrown = new IllegalStateException(text, cause);
        thrown.setStackTrace(new StackTraceElement[] {frame});
        var request = new RequestSnapshot(
                        text,
                        "/" + text,
                        text,
                        Fixtures.request("text/html", "en").headers(),
                        "127.0.0.1",
                        text,
                        null)
                .withHeader("X-Any", text);
        var page = Jsoup.parse(pages.answer(Failure.thrown(thrown), request).text());
        return page.getAllElements().stream()
                .map(element -> element.tagName()
                        + element.attributes().asList().stream()
                                .map(attribute -> " " + attribute.getKey())
                                .toList())
                .toList();
    }

    private static String failedHop(int code) {
        var answer = Fixtures.builder().build().answer(Failure.sent(code, ""), Fixtures.request("text/html", "en"));
        return Jsoup.parse(answer.text()).select("ol.hops > li.failed").attr("class");
    }

    private static void assertNothingIsFetched(Document page) {
        assertThat(page.select("[src]")).isEmpty();
        assertThat(page.select("link").eachAttr("href")).containsExactly("data:,");
        assertThat(page.select("style").html()).doesNotContain("url(", "@import");
    }

    private static String hashOf(Element style) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(style.data().getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
