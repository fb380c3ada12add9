package org.errorpages.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.errorpages.ErrorPages;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpErrorException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the public page in each language and for each code with the Nu Html Checker. */
@Tag("thorough")
final class PublicPageMarkupTest {

    /** Shared because the set-up takes as long as a hundred pages. */
    private static final HtmlChecker CHECKER = new HtmlChecker();

    static Collection<String> tags() {
        return PublicPage.tags();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void everyPageIsValidHtml(String tag) {
        var complaints = new ArrayList<String>();

        PublicPage.in(tag).forEach(page -> CHECKER.complaintsAbout(page.bytes()).stream()
                .map(complaint -> page + ": " + complaint)
                .forEach(complaints::add));

        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500, 502, 503, 504})
    void aPageWithoutSiteSettingsIsValidHtml(int code) {
        assertThat(complaintsAbout(PublicPage.pages(Map.of()), Failure.sent(code, "")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/help?a=1&b=2, /start",
        "https://example.test/a-long/path%20with;odd=things?x=y&z#top, https://example.test",
        "o'neil+shop@example.test, http://localhost:8080/"
    })
    void aPageWithUnusualLinksIsValidHtml(String contact, String homeUrl) {
        var pages = PublicPage.pages(Map.of(
                "siteName", "<b>Tom & \"Jerry\"'s</b> --> ${x} </title>", "contact", contact, "homeUrl", homeUrl));
        var failure =
                Failure.thrown(new HttpErrorException(503, "Closed </p><script>alert(1)</script> & \u202e so on"));

        assertThat(complaintsAbout(pages, failure)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "</h1>|</h2>",
                "<title>|<title></title><title>",
                "<bdi>|<bdi><p>",
                "box-sizing:border-box|box-sizing:round",
                "</main>|<section></section></main>",
                "lang=\"en\"|"
            })
    void theCheckerReportsAnInvalidPage(String whole, String broken) {
        var page = PublicPage.of(500, "en").response().text();
        assertThat(page).contains(whole);

        var faulty = page.replaceFirst(whole, broken == null ? "" : broken);

        assertThat(CHECKER.complaintsAbout(faulty.getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    private static List<String> complaintsAbout(ErrorPages pages, Failure failure) {
        return CHECKER.complaintsAbout(PublicPage.of(pages, failure, "ar").bytes());
    }
}
