package org.errorpages.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.errorpages.ErrorPages;
import org.errorpages.Fixtures;
import org.errorpages.ManualClock;
import org.errorpages.UncachedRenderer;
import org.errorpages.http.MediaType;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.incident.IncidentId;
import org.errorpages.render.html.HtmlRenderer;
import org.errorpages.report.ErrorReport;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpErrorException;
import org.errorpages.status.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a cached public response equals the rendered one, byte for byte. */
final class ResponseCacheTest {

    private final ManualClock clock = new ManualClock(Fixtures.NOON);
    private final AtomicLong incidents = new AtomicLong();
    private final List<UncachedRenderer> builtIn = List.of(
                    HtmlRenderer.builtIn(),
                    new ProblemJsonRenderer(),
                    new ProblemXmlRenderer(),
                    new TextRenderer(),
                    new MarkdownRenderer())
            .stream()
            .map(UncachedRenderer::of)
            .toList();

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko", "ar", "zh-Hant"})
    void aCachedResponseEqualsARenderedOne(String language) {
        var cached = shop().build();
        var uncachedBuilder = shop();
        builtIn.forEach(uncachedBuilder::renderer);
        var uncached = uncachedBuilder.build();
        for (int round = 0; round < 4; round++) {
            for (var renderer : builtIn) {
                for (var failure : similarFailures(renderer.mediaType().toString(), language)) {
                    next();
                    assertThat(cached.answer(failure.failure(), failure.request()))
                            .as("%s, round %d", failure, round)
                            .hasToString(uncached.answer(failure.failure(), failure.request())
                                    .toString());
                }
            }
        }
    }

    private ErrorPages.Builder shop() {
        return Fixtures.builder("siteName", "Harbour Books", "contact", "help@example.test")
                .clock(clock)
                .incidentIds(() -> new IncidentId(new UUID(incidents.get() * 0x9E37_79B9_7F4A_7C15L, 1)));
    }

    /** Advances to another incident, a while later. */
    private void next() {
        clock.advance(Duration.ofSeconds(7));
        incidents.incrementAndGet();
    }

    /** A failure and its request. */
    private record Case(Failure failure, RequestSnapshot request) {}

    /** Returns failures whose responses differ in one respect each. */
    private static List<Case> similarFailures(String format, String language) {
        var get = Fixtures.request(format, language);
        var post = new RequestSnapshot("POST", get.path(), "a=b", get.headers(), get.remoteAddress(), "orders", null);
        return List.of(
                new Case(Failure.sent(503, ""), get),
                new Case(Failure.sent(503, ""), post),
                new Case(Failure.sent(503, ""), get.withHeader("HX-Request", "true")),
                new Case(Failure.thrown(closed(Duration.ofHours(30), null)), get),
                new Case(Failure.thrown(closed(Duration.ofHours(31), null)), get),
                new Case(Failure.thrown(closed(Duration.ofMinutes(70), null)), get),
                new Case(Failure.thrown(closed(Duration.ofMinutes(70), "Back after the stocktaking.")), get),
                new Case(Failure.thrown(closed(null, "Closed for today.")), get),
                new Case(Failure.thrown(closed(null, "Closed for ever.")), get),
                new Case(Failure.sent(500, ""), get),
                new Case(Failure.thrown(new IllegalStateException("no order 4711")), get),
                new Case(Failure.thrown(new IllegalStateException("no order 4712")), post),
                new Case(Failure.sent(504, ""), get),
                new Case(Failure.thrown(new HttpTimeoutException("slow")), get),
                new Case(Failure.sent(404, ""), get),
                new Case(Failure.sent(400, ""), get),
                new Case(Failure.sent(429, ""), get));
    }

    private static HttpErrorException closed(@Nullable Duration wait, @Nullable String detail) {
        return new HttpErrorException(503, detail, wait, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "application/problem+json", "application/problem+xml", "text/plain", "text/markdown"
            })
    void aVariantIsNotRenderedAfterItsSecondResponse(String format) {
        var counting = builtIn.stream()
                .map(CountingRenderer::of)
                .filter(known -> known.mediaType().toString().equals(format))
                .findFirst()
                .orElseThrow();
        var pages = shop().renderer(counting).build();
        var failures = similarFailures(format, "ko").subList(0, 2);
        for (int i = 0; i < 2; i++) {
            failures.forEach(known -> pages.answer(known.failure(), known.request()));
        }
        int before = counting.renderer().calls().get();

        for (int i = 0; i < 100; i++) {
            failures.forEach(known -> pages.answer(known.failure(), known.request()));
        }

        assertThat(counting.renderer().calls()).hasValue(before);
        assertThat(before).isLessThanOrEqualTo(2 * 4);
    }

    @Test
    void noClientCanFillTheCache() {
        var random = new Random(7);
        var counting = CountingRenderer.of(builtIn.get(3));
        var pages = shop().renderer(counting).build();

        for (int i = 0; i < 20_000; i++) {
            next();
            pages.answer(Failure.thrown(new IllegalStateException("order " + i)), uniqueRequest(random, i));
        }

        // Each language, safe and unsafe method, named or default format; each rendered three times.
        int languages = SupportedLocales.builtIn().tags().size();
        assertThat(counting.renderer().calls().get()).isBetween(languages, languages * 2 * 2 * 4);
    }

    /** Returns a request for text whose other parts are all unique. */
    private static RequestSnapshot uniqueRequest(Random random, int i) {
        var tags = new ArrayList<>(SupportedLocales.builtIn().tags());
        var any = Long.toString(random.nextLong() >>> 1, 36);
        var method = i % 3 == 0 ? "POST" : i % 3 == 1 ? "GET" : "M" + i;
        var request = new RequestSnapshot(
                        method,
                        "/" + any,
                        any,
                        Fixtures.request("text/plain;v=" + any + ", text/plain;q=0." + (1 + i % 9), "x")
                                .headers(),
                        "127.0.0." + i % 250,
                        "servlet " + any,
                        null)
                .withHeader("Accept-Language", tags.get(i % tags.size()) + "-x-" + any.substring(0, 8) + ";q=0.9")
                .withHeader("X-" + any, any)
                .withHeader("User-Agent", any)
                .withHeader("Cookie", any + "=" + any)
                .withHeader("Host", any);
        return i % 2 == 0 ? request : request.withLanguage("en-" + any.substring(0, 8));
    }

    @Test
    void aCustomRendererIsCalledForEachResponse() {
        var text = builtIn.get(3);
        var pages = shop().renderer(text).build();

        for (int i = 0; i < 10; i++) {
            pages.answer(Failure.sent(500, ""), Fixtures.request("text/plain", "en"));
        }

        assertThat(text.calls()).hasValue(10);
    }

    @Test
    void aRendererThatChangesTheIncidentIdIsCalledForEachResponse() {
        var text = new Renderer() {
            @Override
            public MediaType mediaType() {
                return MediaType.TEXT;
            }

            @Override
            public boolean isCacheable(Status status) {
                return true;
            }

            @Override
            public byte[] render(ErrorReport report) {
                return String.valueOf(report.incidentId()).substring(3).getBytes(StandardCharsets.US_ASCII);
            }
        };
        var pages = shop().renderer(text).build();

        for (int i = 0; i < 10; i++) {
            next();
            var response = pages.answer(Failure.sent(500, ""), Fixtures.request("text/plain", "en"));

            assertThat(response.text()).isEqualTo(response.incident().toString().substring(3));
        }
    }

    @Test
    void theNumberOfVariantsIsBounded() {
        var pages = shop().renderer(new Renderer() {
                    @Override
                    public MediaType mediaType() {
                        return MediaType.TEXT;
                    }

                    @Override
                    public Optional<Renderer> fragmentRenderer() {
                        return Optional.of(CountingRenderer.of(UncachedRenderer.of(new TextRenderer())));
                    }

                    @Override
                    public byte[] render(ErrorReport report) {
                        return new byte[0];
                    }
                })
                .build();
        var request = Fixtures.request("text/plain", "en").withHeader("HX-Request", "true");

        for (int i = 0; i < 3_000; i++) {
            next();
            var response = pages.answer(Failure.sent(500, ""), request);

            assertThat(response.text()).contains(response.incident().toString());
        }
    }

    /** A cacheable renderer that counts its calls. */
    private record CountingRenderer(UncachedRenderer renderer) implements Renderer {

        static CountingRenderer of(UncachedRenderer renderer) {
            return new CountingRenderer(renderer);
        }

        @Override
        public MediaType mediaType() {
            return renderer.mediaType();
        }

        @Override
        public boolean isExplicitOnly() {
            return renderer.isExplicitOnly();
        }

        @Override
        public boolean isCacheable(Status status) {
            return renderer.renderer().isCacheable(status);
        }

        @Override
        public byte[] render(ErrorReport report) {
            return renderer.render(report);
        }
    }
}
