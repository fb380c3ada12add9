package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import org.errorpages.render.ErrorResponse;
import org.errorpages.status.Failure;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a script that replaces a part of a page gets an HTML fragment. */
final class HtmlFragmentTest {

    private static final Failure BUG = Failure.thrown(new IllegalStateException("inside"));

    @ParameterizedTest
    @CsvSource({"HX-Request, true", "Turbo-Frame, basket", "X-PJAX, true", "X-Requested-With, XMLHttpRequest"})
    void aRequestForAFragmentGetsAFragment(String header, String value) {
        var answer = answer("production", header, value);

        assertThat(answer.text())
                .startsWith("<section class=\"errorpages\" role=\"alert\" lang=\"ko\" dir=\"ltr\">")
                .contains("서비스에 문제가 생겼습니다", Fixtures.ID.toString())
                .doesNotContain("<html", "<style", "<h1", value + "\"");
        assertThat(answer.headers().get("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(answer.headers().get("Vary")).contains(header);
        assertThat(answer.status().code()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({"HX-Request, false", "X-PJAX, false", "X-Requested-With, com.example.app", "X-Turbo-Request-Id, 7"})
    void otherRequestsGetTheWholePage(String header, String value) {
        assertThat(answer("production", header, value).text()).startsWith("<!doctype html>");
    }

    @Test
    void aBoostedLinkOfHtmxGetsTheWholePage() {
        var request = Fixtures.request("text/html", "ko")
                .withHeader("HX-Request", "true")
                .withHeader("HX-Boosted", "true");

        assertThat(Fixtures.builder().build().answer(BUG, request).text()).startsWith("<!doctype html>");
    }

    @Test
    void aScriptThatAcceptsJsonGetsJson() {
        var request = Fixtures.request("application/json", "ko").withHeader("HX-Request", "true");

        assertThat(Fixtures.builder().build().answer(BUG, request).headers().get("Content-Type"))
                .isEqualTo("application/problem+json");
    }

    @Test
    void aDeveloperSeesTheDiagnosisInTheFragment() {
        var part = Jsoup.parseBodyFragment(
                answer("development", "HX-Request", "true").text());

        assertThat(part.text()).contains("IllegalStateException");
        assertThat(answer("production", "HX-Request", "true").text()).doesNotContain("IllegalState", "inside");
    }

    private static ErrorResponse answer(String mode, String header, String value) {
        var request = Fixtures.request("text/html", "ko").withHeader(header, value);
        return Fixtures.builder("mode", mode).build().answer(BUG, request);
    }
}
