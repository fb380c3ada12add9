package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;
import org.errorpages.status.UpstreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The developer reads in the answer why it is what it is; nobody else does. */
final class ExplainedTest {

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "text/html", "application/xml", "text/markdown"})
    void inDevelopmentTheAnswerIsExplained(String form) {
        var pages = Fixtures.standingStill("mode", "development").build();
        var request = Fixtures.asking(form, "en");

        var text = pages.answer(Failure.thrown(thrown()), request).text();

        assertThat(text)
                .contains("java.net.ConnectException@upstream = 502; rank=broad; proxy=connection_refused")
                .contains("matches, but another rule wins")
                .contains("java.net.ConnectException = 503");
    }

    @Test
    void itIsWhatExplainGives() {
        var pages = Fixtures.standingStill("mode", "development").build();
        var request = Fixtures.asking("text/plain", "en");

        var text = pages.answer(Failure.thrown(thrown()), request).text();

        assertThat(pages.explain(thrown(), request).lines())
                .hasSizeGreaterThan(4)
                .allSatisfy(line -> assertThat(text).contains(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "text/html", "application/xml", "text/markdown"})
    void inProductionItIsNot(String form) {
        var text = Fixtures.standingStill()
                .build()
                .answer(Failure.thrown(thrown()), Fixtures.asking(form, "en"))
                .text();

        assertSilent(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "text/html", "application/xml", "text/markdown"})
    void whoIsNotPermittedDoesNotReadItEither(String form) {
        RequestSnapshot stranger = Fixtures.asking(form, "en").from("192.0.2.1");

        var text = Fixtures.standingStill("mode", "development")
                .build()
                .answer(Failure.thrown(thrown()), stranger)
                .text();

        assertSilent(text);
    }

    static Throwable thrown() {
        return new UpstreamException("till", new ConnectException("10.1.2.3:443"));
    }

    private static void assertSilent(String text) {
        assertThat(text)
                .isNotEmpty()
                .doesNotContain("ConnectException")
                .doesNotContain("UpstreamException")
                .doesNotContain("error-map.properties")
                .doesNotContain("connection_refused")
                .doesNotContain("till")
                .doesNotContain("decides");
    }
}
