package org.errorpages.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the structure of the public page in each language and for each code. */
final class PublicPageStructureTest {

    /** The number of bytes in the first round trip of a connection. */
    private static final int MAX_FIRST_ROUND_TRIP = 14 * 1024;

    /** The number of bytes that browsers scan for the encoding. */
    private static final int ENCODING_SCAN = 1024;

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");

    static Collection<String> tags() {
        return PublicPage.tags();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void thePageLanguageMatchesContentLanguage(String tag) {
        PublicPage.in(tag).forEach(page -> {
            var html = page.document().expectFirst("html");

            assertThat(page.header("Content-Language")).as(page.toString()).isEqualTo(tag);
            assertThat(html.attr("lang")).as(page.toString()).isEqualTo(tag);
            assertThat(html.attr("dir")).as(page.toString()).isEqualTo(RIGHT_TO_LEFT.contains(tag) ? "rtl" : "ltr");
        });
    }

    @ParameterizedTest
    @MethodSource("tags")
    void thePageHasOneMainElementOneHeadingAndATitle(String tag) {
        PublicPage.in(tag).forEach(page -> {
            var document = page.document();

            assertThat(document.select("h1")).as(page.toString()).hasSize(1);
            assertThat(document.select("main")).as(page.toString()).hasSize(1);
            assertThat(document.body().children()).as(page.toString()).hasSize(1);
            assertThat(document.title())
                    .as(page.toString())
                    .isEqualTo(document.expectFirst("h1").text() + " – " + PublicPage.SITE);
            assertThat(levels(document)).as(page.toString()).containsExactly(1, 2, 2);
        });
    }

    @ParameterizedTest
    @MethodSource("tags")
    void theHeadDeclaresEncodingViewportAndRobots(String tag) {
        PublicPage.in(tag).forEach(page -> {
            var document = page.document();

            assertThat(page.response().text().substring(0, ENCODING_SCAN)).contains("<meta charset=\"utf-8\">");
            assertThat(meta(document, "color-scheme")).isEqualTo("light dark");
            assertThat(meta(document, "robots")).isEqualTo("noindex");
            assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
            assertThat(meta(document, "referrer")).isEqualTo("no-referrer");
            // The viewport must not prevent zooming.
            assertThat(meta(document, "viewport")).isEqualTo("width=device-width, initial-scale=1");
        });
    }

    @ParameterizedTest
    @MethodSource("tags")
    void thePageLoadsNoResourceAndRunsNoScript(String tag) {
        PublicPage.in(tag).forEach(page -> {
            var document = page.document();

            assertThat(page.response().text()).as(page.toString()).doesNotContain("http:", "https:", "//");
            assertThat(document.select("[href]").eachAttr("href"))
                    .as(page.toString())
                    .containsExactly("data:,", mailAbout(page), PublicPage.HOME);
            assertThat(document.select(
                            "[src], [srcset], [data], [action], [http-equiv], [background], base, use, image"))
                    .as(page.toString())
                    .isEmpty();
            assertThat(document.select(
                            "script, iframe, object, embed, form, [style], [autofocus], [role], [aria-live]"))
                    .as(page.toString())
                    .isEmpty();
            assertThat(document.getAllElements()).as(page.toString()).allSatisfy(element -> assertThat(
                            element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on")));
        });
    }

    @ParameterizedTest
    @MethodSource("tags")
    void thePolicyPermitsOnlyTheStyleOfThePage(String tag) {
        PublicPage.in(tag).forEach(page -> {
            var styles = page.document().select("style");

            assertThat(styles).as(page.toString()).hasSize(1);
            assertThat(page.header("Content-Security-Policy"))
                    .as(page.toString())
                    .isEqualTo("default-src 'none'; style-src 'sha256-" + sha256(styles.get(0))
                            + "'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        });
    }

    @ParameterizedTest
    @MethodSource("tags")
    void everyTextIsPresent(String tag) {
        PublicPage.in(tag).forEach(page -> {
            var document = page.document();

            assertThat(document.text()).as(page.toString()).doesNotContain("??", "{", "}", "canary");
            assertThat(document.select("h1, h2, p, li, a, dt, dd, .name, .state"))
                    .as(page.toString())
                    .allMatch(Element::hasText);
        });
    }

    @ParameterizedTest
    @MethodSource("tags")
    void theIncidentIdIsOneWordFromLeftToRight(String tag) {
        PublicPage.in(tag).forEach(page -> {
            var code = page.document().expectFirst("dl code");

            assertThat(code.text()).isEqualTo(page.response().incident().toString());
            assertThat(code.attr("dir")).isEqualTo("ltr");
            assertThat(code.attr("translate")).isEqualTo("no");
        });
    }

    @ParameterizedTest
    @MethodSource("tags")
    void thePageFitsInTheFirstRoundTrip(String tag) {
        PublicPage.in(tag).forEach(page -> assertThat(page.response().length())
                .as(page.toString())
                .isLessThanOrEqualTo(MAX_FIRST_ROUND_TRIP));
    }

    private static List<Integer> levels(Document document) {
        return document.select("h1, h2, h3, h4, h5, h6").stream()
                .map(heading -> Integer.valueOf(heading.tagName().substring(1)))
                .toList();
    }

    private static String meta(Document document, String name) {
        return document.expectFirst("meta[name=" + name + "]").attr("content");
    }

    private static String mailAbout(PublicPage page) {
        return "mailto:" + PublicPage.CONTACT + "?subject=" + page.response().incident();
    }

    private static String sha256(Element style) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(style.data().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
