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

/** Tests that the developer page shows the special part of each failure, and the public page doesn't. */
final class PageScenariosTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "mode", "development", "applicationPackages", "org.errorpages.scenario", "sourcePath", "src/test/java");
    private static final ErrorPages DEVELOPMENT = ErrorPages.of(ErrorPagesConfig.from(SETTINGS));
    private static final ErrorPages PRODUCTION = ErrorPages.of(ErrorPagesConfig.defaults());

    // An incident id consists of letters and digits; none of these strings can occur in one.
    private static final String[] INTERNAL = {
        "Exception", "org.errorpages", ".java", "jdbc", "scales", "glue", "HB-10", "HikariCP"
    };

    static List<PageScenario> scenarios() {
        return PageScenario.ALL;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theDeveloperPageShowsTheSpecialPart(PageScenario scenario) {
        var response = response(DEVELOPMENT, scenario, "text/html");
        if (!unmatched(scenario, response).isEmpty()) {
            // The first report may exceed the time limit of the source lookup.
            response = response(DEVELOPMENT, scenario, "text/html");
        }

        assertThat(response.status().code()).isEqualTo(scenario.status());
        assertThat(unmatched(scenario, response))
                .as(Jsoup.parse(response.text()).select("h1").text())
                .isEmpty();
        assertThat(response.text()).doesNotContain("\u202E", "<script>alert");
    }

    private static List<String> unmatched(PageScenario scenario, ErrorResponse response) {
        var page = Jsoup.parse(response.text());
        return scenario.selectors().stream()
                .filter(selector -> page.select(selector).isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void thePublicPageShowsNothingInternal(PageScenario scenario) {
        for (var mediaType : List.of("text/html", "text/plain")) {
            var response = response(PRODUCTION, scenario, mediaType);

            assertThat(response.status().code()).isEqualTo(scenario.status());
            assertThat(response.text()).doesNotContain(INTERNAL);
        }
    }

    private static ErrorResponse response(ErrorPages pages, PageScenario scenario, String mediaType) {
        var request = RequestSnapshot.of("GET", "/orders/42")
                .withRemoteAddress("127.0.0.1")
                .withHeader("Host", "localhost:8080")
                .withHeader("Accept", mediaType)
                .withHeader("Accept-Language", "en");
        return pages.answer(Failure.thrown(scenario.thrown()), request);
    }
}
