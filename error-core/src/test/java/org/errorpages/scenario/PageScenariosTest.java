package org.errorpages.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.errorpages.ErrorPages;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.render.ErrorResponse;
import org.errorpages.status.Failure;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The developer page shows the special part of each failure; the public page shows nothing of it. */
final class PageScenariosTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "mode", "development", "applicationPackages", "org.errorpages.scenario", "sourcePath", "src/test/java");
    private static final ErrorPages DEVELOPMENT = ErrorPages.of(ErrorPagesConfig.from(SETTINGS));
    private static final ErrorPages PRODUCTION = ErrorPages.of(ErrorPagesConfig.defaults());

    // An incident id consists of letters and digits: each string here must contain more, or be no part of an id.
    private static final String[] INSIDE = {
        "Exception", "org.errorpages", ".java", "jdbc", "scales", "glue", "HB-10", "HikariCP"
    };

    static List<PageScenario> scenarios() {
        return PageScenario.ALL;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void developerPageShowsTheSpecialPart(PageScenario scenario) {
        var answer = answer(DEVELOPMENT, scenario, "text/html");
        if (!unmatched(scenario, answer).isEmpty()) {
            // The first report may run out of the 200 ms that finding sources may take.
            answer = answer(DEVELOPMENT, scenario, "text/html");
        }

        assertThat(answer.status().code()).isEqualTo(scenario.status());
        assertThat(unmatched(scenario, answer))
                .as(Jsoup.parse(answer.text()).select("h1").text())
                .isEmpty();
        assertThat(answer.text()).doesNotContain("\u202E", "<script>alert");
    }

    private static List<String> unmatched(PageScenario scenario, ErrorResponse answer) {
        var page = Jsoup.parse(answer.text());
        return scenario.selectors().stream()
                .filter(selector -> page.select(selector).isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void publicPageShowsNothingOfTheInside(PageScenario scenario) {
        for (var mediaType : List.of("text/html", "text/plain")) {
            var answer = answer(PRODUCTION, scenario, mediaType);

            assertThat(answer.status().code()).isEqualTo(scenario.status());
            assertThat(answer.text()).doesNotContain(INSIDE);
        }
    }

    private static ErrorResponse answer(ErrorPages pages, PageScenario scenario, String mediaType) {
        var request = RequestSnapshot.of("GET", "/orders/42")
                .from("127.0.0.1")
                .withHeader("Host", "localhost:8080")
                .withHeader("Accept", mediaType)
                .withHeader("Accept-Language", "en");
        return pages.answer(Failure.thrown(scenario.thrown()), request);
    }
}
