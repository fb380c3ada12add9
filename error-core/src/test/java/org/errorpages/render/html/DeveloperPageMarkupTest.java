package org.errorpages.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.errorpages.ErrorPages;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the pages for developers with the Nu Html Checker, and their script. */
final class DeveloperPageMarkupTest {

    private static final HtmlChecker CHECKER = new HtmlChecker();

    private final ErrorPages pages = PublicPage.pages(Map.of("mode", "development", "sourcePath", "src/test/java"));

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void theDeveloperPageIsValidHtml(String language) {
        fail(language);

        assertThat(complaintsAbout(fail(language))).isEmpty();
        assertThat(complaintsAbout(pages.answer(Failure.sent(500, "sent"), request("/orders/42", language))
                        .text()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void theIncidentListIsValidHtml(String language) {
        assertThat(complaintsAbout(list(language))).isEmpty();
        for (int i = 0; i < 3; i++) {
            fail(language);
        }

        assertThat(list(language)).contains("&lt;b&gt;on", "</ol>");
        assertThat(complaintsAbout(list(language))).isEmpty();
        assertThat(complaintsAbout(list(language).replaceFirst("</main>", "</section>")))
                .isNotEmpty();
    }

    /** Laravel and better_errors inserted text as markup that had been escaped before. */
    @Test
    void theScriptNeverInterpretsTextAsMarkupOrCode() throws IOException {
        var script = Files.readString(Path.of("src/main/resources/org/errorpages/render/html/developer.js"));

        assertThat(script)
                .contains("textContent")
                .doesNotContainPattern("(inner|outer)HTML|insertAdjacent|createContextualFragment|DOMParser|srcdoc")
                .doesNotContainPattern("document\\s*\\.\\s*write|setHTML|\\beval\\b|\\bFunction\\b|import\\s*\\(")
                .doesNotContainPattern("set(Timeout|Interval)\\s*\\(\\s*[\"'`]|setAttribute\\s*\\(\\s*[\"'`]on")
                .doesNotContainPattern("\\bfetch\\b|XMLHttpRequest|WebSocket|EventSource|sendBeacon|new Image");
    }

    private String fail(String language) {
        var thrown = new IllegalStateException(
                "The order cannot be placed. ".repeat(60), new IOException("</p> & \"so\" <b>on"));
        thrown.addSuppressed(new Exception(thrown));
        return pages.answer(
                        Failure.thrown(thrown), request("/orders/42", language).withQuery("a=1&token=x"))
                .text();
    }

    private String list(String language) {
        return pages.incidents(request("/errorpages/incidents", language))
                .orElseThrow()
                .text();
    }

    private static RequestSnapshot request(String path, String language) {
        return RequestSnapshot.of("GET", path)
                .withRemoteAddress("127.0.0.1")
                .withHeader("Host", "localhost")
                .withHeader("Accept", "text/html")
                .withHeader("Accept-Language", language);
    }

    private static List<String> complaintsAbout(String page) {
        return CHECKER.complaintsAbout(page.getBytes(StandardCharsets.UTF_8));
    }
}
