package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.errorpages.classify.ErrorMap;
import org.errorpages.http.MediaType;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentListener;
import org.errorpages.incident.RenderFailure;
import org.errorpages.render.Renderer;
import org.errorpages.report.ErrorReport;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpError;
import org.errorpages.status.HttpErrorException;
import org.errorpages.status.Verdict.Disposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that each failure gets a response, whatever else fails. */
final class ErrorPagesTest {

    private static final Failure BUG = Failure.thrown(new IllegalStateException("inside"));

    /** A renderer that fails. */
    private record Broken(MediaType mediaType) implements Renderer {
        @Override
        public byte[] render(ErrorReport report) {
            throw new IllegalStateException("the template is broken");
        }
    }

    /** Records incidents and render failures. */
    private static final class RecordingListener implements IncidentListener {

        private final List<String> entries = new ArrayList<>();

        @Override
        public void onIncident(Incident incident) {
            entries.add(incident.id() + " " + incident.verdict().status().code());
        }

        @Override
        public void onRenderFailure(Incident incident, RenderFailure failure) {
            entries.add(incident.id() + " not as " + failure.name() + ": "
                    + failure.reason().getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, text/html;charset=utf-8",
        "application/json, application/problem+json",
        "application/xml, application/problem+xml;charset=utf-8",
        "text/plain, text/plain;charset=utf-8",
    })
    void theResponseHasTheNegotiatedFormat(String accept, String contentType) {
        var answer = Fixtures.builder().build().answer(BUG, Fixtures.request(accept, "ko"));

        assertThat(answer.status().code()).isEqualTo(500);
        assertThat(answer.disposition()).isEqualTo(Disposition.ANSWER);
        assertThat(answer.headers())
                .containsEntry("Content-Type", contentType)
                .containsEntry("Content-Language", "ko")
                .containsEntry("Vary", "Accept, Accept-Language")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Referrer-Policy", "no-referrer");
        assertThat(answer.text()).contains("서비스에 문제가 생겼습니다").contains(Fixtures.ID.toString());
        assertThat(answer.length()).isGreaterThan(answer.text().length());
    }

    /** A custom JSON format of an application. */
    private record Envelope(MediaType mediaType) implements Renderer {
        @Override
        public byte[] render(ErrorReport report) {
            return "{\"ok\":false}".getBytes(StandardCharsets.US_ASCII);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json",
        "'application/json, text/plain, */*', application/json",
        "application/problem+json, application/problem+json",
        "application/vnd.shop+json, application/problem+json",
        "*/*, text/html;charset=utf-8",
    })
    void aCustomRendererServesClientsThatAcceptItsType(String accept, String contentType) {
        var pages = Fixtures.builder()
                .renderer(new Envelope(MediaType.of("application/json")))
                .build();

        var answer = pages.answer(BUG, Fixtures.request(accept, "en"));

        assertThat(answer.headers()).containsEntry("Content-Type", contentType);
    }

    @Test
    void aBrokenRendererFallsBackToTextWithTheSameStatusAndId() {
        var listener = new RecordingListener();
        var pages = Fixtures.builder()
                .renderer(new Broken(MediaType.HTML))
                .listener(listener)
                .build();

        var answer = pages.answer(Failure.sent(503, ""), Fixtures.request("text/html", "en"));

        assertThat(answer.status().code()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("Content-Type", "text/plain;charset=utf-8");
        assertThat(answer.text()).contains("503 Service Unavailable").contains(Fixtures.ID.toString());
        assertThat(listener.entries)
                .containsExactly(Fixtures.ID + " 503", Fixtures.ID + " not as text/html: the template is broken");
    }

    @Test
    void aListenerThatThrowsAffectsNeitherTheResponseNorOtherListeners() {
        var listener = new RecordingListener();
        var pages = Fixtures.builder()
                .listener(incident -> {
                    throw new StackOverflowError("a listener");
                })
                .listener(listener)
                .build();

        var answer = pages.answer(BUG, Fixtures.request("text/html", "en"));

        assertThat(answer.status().code()).isEqualTo(500);
        assertThat(listener.entries).containsExactly(Fixtures.ID + " 500");
    }

    @Test
    void aHostileThrowableIsRenderedInDevelopmentMode() {
        @SuppressWarnings("serial")
        var hostile = new RuntimeException() {
            @Override
            public String getMessage() {
                throw new IllegalStateException("no message for you");
            }

            @Override
            public StackTraceElement[] getStackTrace() {
                throw new IllegalStateException("no trace for you");
            }
        };
        var pages = Fixtures.builder("mode", "development").build();

        var answer = pages.answer(Failure.thrown(hostile), Fixtures.request("text/html", "en"));

        assertThat(answer.headers()).containsEntry("Content-Type", "text/html;charset=utf-8");
        assertThat(answer.text()).contains("ErrorPagesTest$1");
    }

    @Test
    void garbageInEveryHeaderDoesNotAffectTheResponse() {
        var request = Fixtures.request(";;q=,,\"", "\u0000,;;--,q=1")
                .withHeader("Host", "[::::")
                .withHeader("Sec-Fetch-Dest", "\n");

        var answer = Fixtures.builder("mode", "development").build().answer(BUG, request);

        assertThat(answer.headers()).containsEntry("Content-Language", "en").containsKey("Content-Type");
    }

    @Test
    void aDisconnectedClientGetsAnEmptyResponse() {
        var map = ErrorMap.builtIn().overruledBy("java.lang.IllegalStateException = aborted", "app.properties");
        var listener = new RecordingListener();
        var pages = Fixtures.builder().errorMap(map).listener(listener).build();

        var answer = pages.answer(BUG, Fixtures.request("text/html", "en"));

        assertThat(answer.disposition()).isEqualTo(Disposition.ABORTED);
        assertThat(answer.length()).isZero();
        assertThat(listener.entries).hasSize(1);
    }

    @Test
    void retryAfterIsRoundedUpToWholeSeconds() {
        var busy = new HttpErrorException(503, null, java.time.Duration.ofMillis(1200), null);

        var answer = Fixtures.builder().build().answer(Failure.thrown(busy), Fixtures.request("*/*", "en"));

        assertThat(answer.headers()).containsEntry("Retry-After", "2");
    }

    @Test
    void aHeaderOfTheApplicationCannotSplitTheResponse() {
        @SuppressWarnings("serial")
        class NotAllowed extends RuntimeException implements HttpError {
            @Override
            public int status() {
                return 405;
            }

            @Override
            public Map<String, String> headers() {
                return Map.of(
                        "Allow", "GET, HEAD", "X-Bad", "a\r\nSet-Cookie: b", "Bad Name", "x", "Content-Length", "1");
            }
        }

        var answer = Fixtures.builder()
                .build()
                .answer(Failure.thrown(new NotAllowed()), Fixtures.request("text/html", "en"));

        assertThat(answer.status().code()).isEqualTo(405);
        assertThat(answer.headers())
                .containsEntry("Allow", "GET, HEAD")
                .doesNotContainKeys("X-Bad", "Bad Name", "Content-Length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"})
    void aForwardedRequestGetsThePublicPage(String header) {
        var pages = Fixtures.builder("mode", "development").build();

        var direct = pages.answer(BUG, Fixtures.request("text/html", "en"));
        var forwarded = pages.answer(BUG, Fixtures.request("text/html", "en").withHeader(header, "127.0.0.1"));

        assertThat(direct.text()).contains("IllegalStateException");
        assertThat(forwarded.text()).doesNotContain("IllegalStateException").doesNotContain("inside");
    }

    @Test
    void noParameterOrHeaderChangesTheProductionPage() {
        var pages = Fixtures.builder().build();
        var plain = Fixtures.request("text/html", "en");
        var curious = plain.withQuery("trace=true&debug=1&errorpages.mode=development&message=")
                .withHeader("X-Debug", "1")
                .withHeader("Cookie", "debug=true");

        var expected = pages.answer(BUG, plain).text();
        var answer = pages.answer(BUG, curious).text();

        assertThat(answer).isEqualTo(expected);
    }
}
