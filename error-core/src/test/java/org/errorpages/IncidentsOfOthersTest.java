package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that known incidents of other frameworks can't happen here; each test is named after one. */
final class IncidentsOfOthersTest {

    private static final List<String> FORMATS =
            List.of("text/html", "application/problem+json", "application/xml", "text/plain", "text/markdown");

    private static final ErrorPages PRODUCTION = Fixtures.builder().build();
    private static final ErrorPages DEVELOPMENT =
            Fixtures.builder("mode", "development").build();

    @ParameterizedTest
    @CsvSource({
        "Host, evil.test",
        "Host, localhost.evil.test",
        "X-Forwarded-For, 127.0.0.1",
        "Forwarded, for=127.0.0.1",
        "X-Real-IP, 127.0.0.1",
        "Via, 1.1 gateway",
        "Origin, http://evil.test",
        "Origin, null"
    })
    void werkzeugAndWebConsoleTrustedForeignRequests(String name, String value) {
        for (var format : FORMATS) {
            var request = RequestSnapshot.of("GET", "/orders/42")
                    .withRemoteAddress("127.0.0.1")
                    .withHeader("Accept", format);
            var attack = request.withHeader(name, value);

            assertThat(text(DEVELOPMENT, request)).as(format).contains("canary");
            assertThat(text(DEVELOPMENT, attack))
                    .as(format)
                    .isEqualTo(text(DEVELOPMENT, attack.withRemoteAddress("203.0.113.7")));
            assertThat(text(DEVELOPMENT, attack)).as(format).doesNotContain("canary");
        }
    }

    @Test
    void quarkusAllowedOtherOrigins() {
        for (var format : FORMATS) {
            var answer = DEVELOPMENT.answer(
                    failure(), Fixtures.request(format, "en").withHeader("Origin", "http://localhost:5173"));

            assertThat(answer.headers().keySet())
                    .noneMatch(name -> name.startsWith("Access-Control") || name.startsWith("Cross-Origin"));
        }
    }

    @ParameterizedTest
    @MethodSource("settingsOfProduction")
    void laravelLeakedThroughSettings(List<String> settings) {
        var pages = Fixtures.builder(settings.toArray(String[]::new)).build();

        for (var format : List.of("text/html", "application/problem+json")) {
            var request = Fixtures.request(format, "en");
            assertThat(text(pages, request))
                    .isEqualTo(text(PRODUCTION, request))
                    .doesNotContain("canary");
            assertThat(pages.incidents(request)).isEmpty();
        }
    }

    /** Returns all combinations of developer settings in production mode. */
    static Stream<List<String>> settingsOfProduction() {
        var settings = List.of(
                List.of("developers", "loopback, 0.0.0.0/0, ::/0"),
                List.of("sourcePath", "src/test/java"),
                List.of("applicationPackages", "org.errorpages"),
                List.of("incidentsPath", "/orders/42"),
                List.of("mode", "production"));
        return IntStream.range(0, 1 << settings.size()).mapToObj(chosen -> {
            var all = new ArrayList<String>();
            for (int i = 0; i < settings.size(); i++) {
                all.addAll((chosen >> i & 1) == 1 ? settings.get(i) : List.of());
            }
            return all;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace=true&debug=1&message=",
                "trace",
                "errors=true&path=true&exception=true",
                "mode=development",
                "developer=1&lang=ko",
                "__debugger__=yes",
                "XDEBUG_SESSION=1"
            })
    void springShowedTheTraceOnRequest(String query) {
        for (var pages : List.of(DEVELOPMENT, PRODUCTION)) {
            for (var format : FORMATS) {
                var stranger = Fixtures.request(format, "en").withRemoteAddress("203.0.113.7");

                assertThat(text(pages, stranger.withQuery(query))).isEqualTo(text(pages, stranger));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${7*7}",
                "__${7*7}__",
                "[[${7*7}]]",
                "[(${7*7})]",
                "#{title}",
                "*{7*7}",
                "~{public}",
                "@{/x}",
                "{0}",
                "%s%n",
                "%1$s",
                "{retry}",
                "{count}",
                "#{7*7}",
                "T(java.lang.Runtime)",
                "<%=7*7%>"
            })
    void whitelabelStrutsAndThymeleafEvaluatedContent(String payload) {
        var thrown = new IllegalStateException("says " + payload);
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("shop." + payload, "call" + payload, "File" + payload + ".java", 7)
        });
        var pages = ErrorPages.of(Fixtures.config("mode", "development"));
        for (var format : FORMATS) {
            var request = new RequestSnapshot(
                            "GET",
                            "/orders/" + payload,
                            "q=" + payload,
                            Fixtures.request(format, "en").headers(),
                            "127.0.0.1",
                            "handler" + payload,
                            null)
                    .withHeader("X-Payload", payload)
                    .withHeader("User-Agent", payload);
            var shown = pages.answer(Failure.thrown(thrown), request).text();
            var read = format.equals("text/html") ? Jsoup.parse(shown).text() : shown;

            if (format.equals("text/html") || format.equals("text/plain")) {
                assertThat(read).contains("says " + payload, "/orders/" + payload, "X-Payload", "call" + payload);
            }
            assertThat(shown).doesNotContain("says 49", "/orders/49", "shop.49");
            assertThat(pages.answer(Failure.thrown(thrown), request.withRemoteAddress("203.0.113.7"))
                            .text())
                    .doesNotContain("says ", "shop.", "handler");
        }
    }

    @Test
    void micronautCachedThePageOfAnotherFailure() {
        var request = Fixtures.request("text/html", "en");
        var pages = ErrorPages.of(Fixtures.config("mode", "development"));

        var one = pages.answer(Failure.thrown(canary("1")), request);
        var two = pages.answer(Failure.thrown(canary("2")), request);

        assertThat(one.text()).contains("canary-" + 1).doesNotContain("canary-" + 2);
        assertThat(two.text()).contains("canary-" + 2);
        assertThat(one.headers()).containsEntry("Cache-Control", "no-store");
    }

    /** Builds the message, because the page shows the source of this test. */
    private static IllegalStateException canary(String name) {
        return new IllegalStateException("canary-" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept", "Accept-Language"})
    void jettyCve202027223SortedForMinutes(String header) {
        var many = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            many.append("text/a").append(i).append(";q=0.").append(i % 1000).append(',');
        }
        var request = RequestSnapshot.of("GET", "/").withHeader(header, many.toString());
        text(DEVELOPMENT, request);

        // A generous limit of CPU time, because build machines may be loaded.
        var threads = ManagementFactory.getThreadMXBean();
        var started = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < 10; i++) {
            text(DEVELOPMENT, request);
        }
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - started))
                .isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void youchLoadedFontsFromOtherSites() {
        var pages = DEVELOPMENT;
        for (var request : List.of(
                Fixtures.request("text/html", "en"),
                Fixtures.request("text/html", "en").withRemoteAddress("203.0.113.7"))) {
            assertThat(Jsoup.parse(text(pages, request)).getAllElements())
                    .allSatisfy(IncidentsOfOthersTest::assertLoadsNothing);
        }
        var list = pages.incidents(new RequestSnapshot(
                "GET",
                DeveloperPageSettings.DEFAULT_INCIDENTS_PATH,
                null,
                Fixtures.request("text/html", "en").headers(),
                "127.0.0.1",
                null,
                null));
        assertThat(Jsoup.parse(list.orElseThrow().text()).getAllElements())
                .allSatisfy(IncidentsOfOthersTest::assertLoadsNothing);
    }

    private static void assertLoadsNothing(Element element) {
        assertThat(element.normalName()).isNotIn("object", "embed", "base", "frame");
        assertThat(element.attr("src")).isEmpty();
        for (var attribute : List.of("src", "srcset", "href", "xlink:href", "poster", "data", "action", "ping")) {
            var leadsElsewhere = element.attr(attribute).matches("(?i)\\s*([a-z]+:)?//.*");
            if (leadsElsewhere) {
                assertThat(element.normalName()).isEqualTo("a");
                assertThat(element.attr("rel")).contains("noreferrer");
            }
        }
        if (element.normalName().equals("style")) {
            assertThat(element.data()).doesNotContain("url(", "@import", "http:", "https:");
        }
    }

    private static Failure failure() {
        return Failure.thrown(new IllegalStateException("canary"));
    }

    private static String text(ErrorPages pages, RequestSnapshot request) {
        return pages.answer(failure(), request).text();
    }
}
