package org.errorpages.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.errorpages.render.MarkdownRenderer;
import org.errorpages.render.ProblemJsonRenderer;
import org.errorpages.render.ProblemXmlRenderer;
import org.errorpages.render.Renderer;
import org.errorpages.render.TextRenderer;
import org.errorpages.render.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests negotiation among the built-in formats. */
final class ContentNegotiatorTest {

    private static final ContentNegotiator<Renderer> BUILT_IN = new ContentNegotiator<>(List.of(
            HtmlRenderer.builtIn(),
            new ProblemJsonRenderer(),
            new ProblemXmlRenderer(),
            new TextRenderer(),
            new MarkdownRenderer()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "text/html;q=0.4, application/json;q=0.5                  | application/problem+json",
                "application/json;q=0.5, text/html;q=0.500                | application/problem+json",
                "text/html;q=0.001, application/xml;q=0                   | text/html",
                "text/html;q=0, */*                                       | application/problem+json",
                "text/html;q=0, application/*;q=0, */*;q=0.1              | text/plain",
                "text/*;q=0.9, text/html;q=0.1, application/json;q=0.5    | text/plain",
                "*/*;q=0.9, text/html;q=0.1                               | application/problem+json",
                "*/*, application/json                                    | application/problem+json",
                "*/*, text/plain, application/json                        | text/plain",
                "application/json, text/plain                             | application/problem+json",
                "application/problem+xml, application/json                | application/problem+xml",
                "application/*+json;q=0.2, application/problem+json;q=0.9, text/html;q=0.5 | application/problem+json",
                "application/*+json;q=0.9, application/problem+json;q=0.2, text/html;q=0.5 | text/html",
                "application/json;q=0.9, application/problem+json;q=0, text/html;q=0.1     | text/html",
                "text/html;level=1;q=0, text/html                         | text/html",
                "text/html;level=1;q=0, text/plain;q=0.1, */*;q=0.5 | text/html",
                "text/plain;q=0.9, text/plain;q=0.1, text/html;q=0.5 | text/plain",
                "text/html;level=1;q=0.1, text/html;q=0.9, text/plain;q=0.5 | text/html",
                "text/markdown                                            | text/markdown",
                "text/html, text/markdown                                 | text/html",
                "text/html;q=0.9, text/markdown                           | text/markdown",
                "text/markdown;q=0.1, */*                                 | text/html",
                "text/markdown;q=0.1, image/png                           | text/markdown",
                "text/markdown;q=0, text/plain;q=0.1                      | text/plain",
                "TEXT/PLAIN                                               | text/plain",
                "text/plain;Q=0.9, text/html;q=0.1                        | text/plain",
                "text/plain;charset=utf-16, text/html;q=0.9               | text/plain",
                "text/plain;q=0.9;ext=1, text/html;q=0.1                  | text/plain",
                "'text/plain;x=\"a;q=0\", text/html;q=0.5'              | text/plain",
                "'text/plain;x=\"a\\\";q=0\", text/html;q=0.5'          | text/plain",
                "'text/html;x=\"a,b\";q=0.2, text/plain;q=0.5'            | text/plain",
                "'text/html;x=\"a\\\",text/plain\";q=0.2, application/json;q=0.1' | text/html"
            })
    void theHighestWeightOfTheMostSpecificRangeWins(String accept, String format) {
        assertThat(chosen(List.of("Accept", accept))).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain;q=2, application/json;q=0.1", "text/plain;q=-1, application/json",
                        "text/plain;q=, application/json",
                "text/plain;q=a, application/json", "text/plain;q, application/json", "text, application/json",
                "text/, application/json", "/plain, application/json", "te xt/plain, application/json",
                "*/plain, application/json;q=0.1", ";q=1, application/json", ",,,application/json,,",
                "text/plain/x, application/json", "text/p(l)ain, application/json"
            })
    void aMalformedMemberIsSkipped(String accept) {
        assertThat(chosen(List.of("Accept", accept))).isEqualTo("application/problem+json");
    }

    @Test
    void allLinesAreCombined() {
        assertThat(chosen(List.of("Accept", "text/html;q=0.1", "accept", "text/plain")))
                .isEqualTo("text/plain");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"image/png", "*/*;q=0", "text/html;q=0, */*;q=0", "application/pdf, video/*", "?", "\"", ","})
    void anUnacceptableRequestStillGetsARepresentation(String accept) {
        assertThat(chosen(List.of("Accept", accept))).isEqualTo("text/html");
        assertThat(chosen(List.of("Accept", accept, "User-Agent", "curl/8"))).isEqualTo("text/plain");
    }

    /** Without the restriction these clients would get Markdown, which they can't display. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "text/*",
                "*",
                "",
                "text/*, image/png",
                "text/html;q=0, application/*;q=0, text/plain;q=0, */*",
                "text/html;q=0.1, application/*;q=0.1, text/plain;q=0.1, */*",
                "text/html;q=0, text/plain;q=0, text/*"
            })
    void aWildcardNeverSelectsMarkdown(String accept) {
        for (var agent : List.of("Mozilla/5.0", "curl/8")) {
            assertThat(chosen(List.of("Accept", accept, "User-Agent", agent)))
                    .isNotEmpty()
                    .isNotEqualTo("text/markdown");
        }
    }

    @Test
    void theClientKindDoesNotOverrideAWeight() {
        assertThat(chosen(List.of("Accept", "text/plain;q=0, */*", "User-Agent", "curl/8")))
                .isEqualTo("text/html");
        assertThat(chosen(List.of("Accept", "text/plain", "Sec-Fetch-Dest", "document")))
                .isEqualTo("text/plain");
    }

    @Test
    void varyNamesTheDecidingHeaders() {
        assertThat(choice(List.of("Accept", "text/plain")).varyHeaders()).containsExactly("Accept");
        assertThat(choice(List.of("Accept", "*/*")).varyHeaders())
                .containsExactly(
                        "Accept", "Sec-Fetch-Dest", "Sec-Fetch-Mode", "X-Requested-With", "Content-Type", "User-Agent");
        assertThat(choice(List.of()).varyHeaders()).contains("Accept", "User-Agent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                       | application/json",
                "Application/JSON                       | application/json",
                "application/json;q=0.8                 | application/json",
                "application/json, text/plain, */*      | application/json",
                "text/html;q=0.5, application/json;q=1  | application/json",
                "application/vnd.shop+json              | application/vnd.shop+json",
                "application/vnd.shop+json;v=1          | application/vnd.shop+json",
                "application/vnd.other+json             | application/problem+json",
                "application/*                          | application/problem+json",
                "application/problem+json, application/json | application/problem+json"
            })
    void anExactMatchWinsOverAnAlternative(String accept, String format) {
        var problem = new ProblemJsonRenderer();
        var negotiator = new ContentNegotiator<Negotiable>(List.of(
                new TestRepresentation(problem.mediaType(), problem.alternatives()),
                new TestRepresentation(MediaType.of("application/json"), List.of()),
                new TestRepresentation(MediaType.of("application/vnd.shop+json"), List.of())));

        var choice = negotiator.choose(RequestHeaders.none().plus("Accept", accept));

        assertThat(choice.representation().mediaType()).hasToString(format);
    }

    @Test
    void anEmptyListIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContentNegotiator<Renderer>(List.of()))
                .withMessage("at least one representation is required");
    }

    private static String chosen(List<String> headers) {
        return choice(headers).representation().mediaType().toString();
    }

    private static ContentNegotiator.Choice<Renderer> choice(List<String> namesAndValues) {
        var headers = RequestHeaders.none();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            headers = headers.plus(namesAndValues.get(i), namesAndValues.get(i + 1));
        }
        return BUILT_IN.choose(headers);
    }
}
