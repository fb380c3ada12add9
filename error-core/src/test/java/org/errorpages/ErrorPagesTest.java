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
import org.errorpages.status.Disposition;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpError;
import org.errorpages.status.HttpErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door: one call, one answer, whatever happens on the way. */
final class ErrorPagesTest {

    private static final Failure BUG = Failure.thrown(new IllegalStateException("inside"));

    /** A form that cannot be rendered. */
    private record Broken(MediaType mediaType) implements Renderer {
        @Override
        public byte[] render(ErrorReport report) {
            throw new IllegalStateException("the template is broken");
        }
    }

    /** Keeps what it is told. */
    private static final class Notebook implements IncidentListener {

        private final List<String> entries = new ArrayList<>();

        @Override
        public void onIncident(Incident incident) {
            entries.add(incident.id() + " " + incident.verdict().status().code());
        }

        @Override
        public void onRenderFailure(Incident incident, RenderFailure form) {
            entries.add(incident.id() + " not as " + form.name() + ": "
                    + form.reason().getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, text/html;charset=utf-8",
        "application/json, application/problem+json",
        "application/xml, application/problem+xml;charset=utf-8",
        "text/plain, text/plain;charset=utf-8",
    })
    void answersInTheFormAskedFor(String accept, String contentType) {
        var answer = Fixtures.standingStill().build().answer(BUG, Fixtures.asking(accept, "ko"));

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

    /** The house's own envelope, as many an application has one. */
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
    void aFormOfTheApplicationGoesToWhoeverNamesItsType(String accept, String contentType) {
        var pages = Fixtures.standingStill()
                .renderer(new Envelope(MediaType.of("application/json")))
                .build();

        var answer = pages.answer(BUG, Fixtures.asking(accept, "en"));

        assertThat(answer.headers()).containsEntry("Content-Type", contentType);
    }

    @Test
    void brokenFormIsAnsweredAsTextWithTheSameStatusAndId() {
        var notebook = new Notebook();
        var pages = Fixtures.standingStill()
                .renderer(new Broken(MediaType.HTML))
                .listener(notebook)
                .build();

        var answer = pages.answer(Failure.sent(503, ""), Fixtures.asking("text/html", "en"));

        assertThat(answer.status().code()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("Content-Type", "text/plain;charset=utf-8");
        assertThat(answer.text()).contains("503 Service Unavailable").contains(Fixtures.ID.toString());
        assertThat(notebook.entries)
                .containsExactly(Fixtures.ID + " 503", Fixtures.ID + " not as text/html: the template is broken");
    }

    @Test
    void whatAListenerThrowsCostsNeitherTheAnswerNorTheNextListenerItsNews() {
        var notebook = new Notebook();
        var pages = Fixtures.standingStill()
                .listener(incident -> {
                    throw new StackOverflowError("a listener");
                })
                .listener(notebook)
                .build();

        var answer = pages.answer(BUG, Fixtures.asking("text/html", "en"));

        assertThat(answer.status().code()).isEqualTo(500);
        assertThat(notebook.entries).containsExactly(Fixtures.ID + " 500");
    }

    @Test
    void addressesAreAskedForByListenersAndInDevelopmentOnly() {
        assertThat(Fixtures.standingStill().build().asksForAddresses()).isFalse();
        assertThat(Fixtures.standingStill().listener(new Notebook()).build().asksForAddresses())
                .isTrue();
        assertThat(Fixtures.standingStill("mode", "development").build().asksForAddresses())
                .isTrue();
    }

    @Test
    void hostileThrowableIsAnsweredInDevelopmentToo() {
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
        var pages = Fixtures.standingStill("mode", "development").build();

        var answer = pages.answer(Failure.thrown(hostile), Fixtures.asking("text/html", "en"));

        assertThat(answer.headers()).containsEntry("Content-Type", "text/html;charset=utf-8");
        assertThat(answer.text()).contains("ErrorPagesTest$1");
    }

    @Test
    void garbageInEveryHeaderIsAnsweredAllTheSame() {
        var request = Fixtures.asking(";;q=,,\"", "\u0000,;;--,q=1")
                .withHeader("Host", "[::::")
                .withHeader("Sec-Fetch-Dest", "\n");

        var answer = Fixtures.standingStill("mode", "development").build().answer(BUG, request);

        assertThat(answer.headers()).containsEntry("Content-Language", "en").containsKey("Content-Type");
    }

    @Test
    void whoIsGoneGetsNothing() {
        var map = ErrorMap.builtIn().overruledBy("java.lang.IllegalStateException = aborted", "app.properties");
        var notebook = new Notebook();
        var pages = Fixtures.standingStill().errorMap(map).listener(notebook).build();

        var answer = pages.answer(BUG, Fixtures.asking("text/html", "en"));

        assertThat(answer.disposition()).isEqualTo(Disposition.ABORTED);
        assertThat(answer.length()).isZero();
        assertThat(notebook.entries).hasSize(1);
    }

    @Test
    void retryAfterIsRoundedUpToWholeSeconds() {
        var busy = new HttpErrorException(503, null, java.time.Duration.ofMillis(1200), null);

        var answer = Fixtures.standingStill().build().answer(Failure.thrown(busy), Fixtures.asking("*/*", "en"));

        assertThat(answer.headers()).containsEntry("Retry-After", "2");
    }

    @Test
    void headerOfTheApplicationCannotSplitTheAnswer() {
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

        var answer = Fixtures.standingStill()
                .build()
                .answer(Failure.thrown(new NotAllowed()), Fixtures.asking("text/html", "en"));

        assertThat(answer.status().code()).isEqualTo(405);
        assertThat(answer.headers())
                .containsEntry("Allow", "GET, HEAD")
                .doesNotContainKeys("X-Bad", "Bad Name", "Content-Length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"})
    void forwardedRequestIsShownNothing(String header) {
        var pages = Fixtures.standingStill("mode", "development").build();

        var direct = pages.answer(BUG, Fixtures.asking("text/html", "en"));
        var forwarded = pages.answer(BUG, Fixtures.asking("text/html", "en").withHeader(header, "127.0.0.1"));

        assertThat(direct.text()).contains("IllegalStateException");
        assertThat(forwarded.text()).doesNotContain("IllegalStateException").doesNotContain("inside");
    }

    @Test
    void noParameterOrHeaderWidensWhatProductionShows() {
        var pages = Fixtures.standingStill().build();
        var plain = Fixtures.asking("text/html", "en");
        var curious = plain.withQuery("trace=true&debug=1&errorpages.mode=development&message=")
                .withHeader("X-Debug", "1")
                .withHeader("Cookie", "debug=true");

        var expected = pages.answer(BUG, plain).text();
        var answer = pages.answer(BUG, curious).text();

        assertThat(answer).isEqualTo(expected);
    }
}
