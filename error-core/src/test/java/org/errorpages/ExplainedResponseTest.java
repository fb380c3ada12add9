package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;
import org.errorpages.status.UpstreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that only developers see the explanation of the status. */
final class ExplainedResponseTest {

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "text/html", "application/xml", "text/markdown"})
    void aDeveloperSeesTheExplanation(String format) {
        var pages = Fixtures.builder("mode", "development").build();
        var request = Fixtures.request(format, "en");

        var text = pages.answer(Failure.thrown(thrown()), request).text();

        assertThat(text)
                .contains("java.net.ConnectException@upstream = 502; rank=broad; proxy=connection_refused")
                .contains("matches, but another rule wins")
                .contains("java.net.ConnectException = 503");
    }

    @Test
    void theExplanationIsThatOfExplain() {
        var pages = Fixtures.builder("mode", "development").build();
        var request = Fixtures.request("text/plain", "en");

        var text = pages.answer(Failure.thrown(thrown()), request).text();

        assertThat(pages.explain(thrown(), request).lines())
                .hasSizeGreaterThan(4)
                .allSatisfy(line -> assertThat(text).contains(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "text/html", "application/xml", "text/markdown"})
    void productionHidesTheExplanation(String format) {
        var text = Fixtures.builder()
                .build()
                .answer(Failure.thrown(thrown()), Fixtures.request(format, "en"))
                .text();

        assertNotExplained(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "text/html", "application/xml", "text/markdown"})
    void otherClientsDoNotSeeTheExplanation(String format) {
        RequestSnapshot stranger = Fixtures.request(format, "en").withRemoteAddress("192.0.2.1");

        var text = Fixtures.builder("mode", "development")
                .build()
                .answer(Failure.thrown(thrown()), stranger)
                .text();

        assertNotExplained(text);
    }

    static Throwable thrown() {
        return new UpstreamException("till", new ConnectException("10.1.2.3:443"));
    }

    private static void assertNotExplained(String text) {
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
