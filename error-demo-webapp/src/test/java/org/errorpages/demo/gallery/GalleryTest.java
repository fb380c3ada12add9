package org.errorpages.demo.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.errorpages.i18n.SupportedLocales;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

final class GalleryTest {

    private static final Gallery DEVELOPMENT = Gallery.open(Map.of("mode", "development", "siteName", "Harbour Books"));
    private static final Gallery PRODUCTION = Gallery.open(Map.of("dispatch", "errorpages"));

    private static final int CODES = 23;
    private static final int LANGUAGES = SupportedLocales.builtIn().tags().size();

    private static GalleryRequest request(String path) {
        return new GalleryRequest("", path, Map.of("Host", List.of("localhost:8080")), "127.0.0.1");
    }

    private static GalleryPage.Content page(Gallery gallery, GalleryRequest request) {
        return gallery.page(request).orElseThrow();
    }

    private static Document read(Gallery gallery, String path) {
        return Jsoup.parse(page(gallery, request(path)).html());
    }

    @Test
    void theIndexLinksEveryStatusInEveryLanguage() {
        var links = read(PRODUCTION, "").select("td[lang] a");

        assertThat(links).hasSize(CODES * LANGUAGES);
        assertThat(links).extracting(link -> link.attr("href")).allMatch(href -> PRODUCTION
                .page(request(href.substring("/gallery".length())))
                .isPresent());
        assertThat(read(PRODUCTION, "")
                        .select("td[lang=ko] a[href=/gallery/504/ko]")
                        .text())
                .isEqualTo("응답이 너무 오래 걸립니다");
        assertThat(read(PRODUCTION, "").select("td[lang=ar]").eachAttr("dir")).containsOnly("rtl");
    }

    @Test
    void theIndexMarksDraftLanguages() {
        var names = read(PRODUCTION, "").select("tbody th").eachText();

        assertThat(names)
                .contains("English English, en, read by a native speaker")
                .anyMatch(name -> name.startsWith("한국어 Korean, ko, "))
                .anyMatch(name -> name.endsWith(", draft"));
    }

    @Test
    void thePageOfAStatusShowsItsTextsInEveryLanguage() {
        var page = read(PRODUCTION, "/504");

        assertThat(page.select("h1").text()).isEqualTo("504 Gateway Timeout");
        assertThat(page.select("article")).hasSize(LANGUAGES);
        assertThat(page.select(".words[lang=ko][dir=ltr]").text()).contains("응답이 너무 오래 걸립니다", "몇 분 뒤에");
        assertThat(page.select(".words[lang=ar][dir=rtl] .title").text()).isNotBlank();
    }

    @Test
    void thePageOfALanguageShowsEveryStatus() {
        var page = read(PRODUCTION, "/zh-Hant");

        assertThat(page.select("article h2")).hasSize(CODES);
        assertThat(page.select(".words").eachAttr("lang")).containsOnly("zh-Hant");
    }

    @ParameterizedTest
    @CsvSource({
        "/500/en, Something went wrong on our side, 500",
        "/401/en, Please sign in, 401",
        "/405/en, This cannot be used in this way, 405",
        "/503/ko, 지금은 서비스를 이용할 수 없습니다, 503",
        "/511/ar, , 511"
    })
    void aPreviewIsThePageOfTheFramework(String path, String title, String code) {
        var page = read(PRODUCTION, path + "/public");

        assertThat(page.select("html").attr("lang")).isEqualTo(path.substring(5));
        assertThat(page.select("dl").text()).contains(code);
        if (title != null) {
            assertThat(page.select("h1").text()).isEqualTo(title);
        }
    }

    @Test
    void onlyTheGalleryMayFrameAPreviewWhichHasNoHeaderOfItsStatus() {
        var headers = page(PRODUCTION, request("/401/en/public")).headers();

        assertThat(headers)
                .containsEntry("Content-Language", "en")
                .containsEntry("Cache-Control", "no-store")
                .doesNotContainKeys("WWW-Authenticate", "Vary", "Retry-After");
        assertThat(headers.get("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .endsWith("frame-ancestors 'self'");
    }

    @ParameterizedTest
    @CsvSource({
        "/503/en/retry-5/public, Try again in a moment.",
        "/503/en/retry-60/public, Try again in about a minute.",
        "/503/en/retry-600/public, Try again in a few minutes.",
        "/503/en/retry-3600/public, Try again in about an hour.",
        "/429/en/retry-86400/public, Try again later.",
        "/500/en/post/public, 'If you were paying or sending a form, check first'"
    })
    void aVariantHasItsOwnSentence(String path, String sentence) {
        assertThat(read(PRODUCTION, path).select("li").text()).contains(sentence);
    }

    @Test
    void aPermittedDeveloperSeesTheDeveloperPage() {
        assertThat(read(DEVELOPMENT, "/500/en/developer").text())
                .contains("IllegalArgumentException in PreviewFactory.SampleFailure.", "caused by");
        assertThat(read(DEVELOPMENT, "/500/en").select("iframe").eachAttr("src"))
                .containsExactly(
                        "/gallery/500/en/public",
                        "/gallery/500/en/public",
                        "/gallery/500/en/developer",
                        "/gallery/500/en/developer");
    }

    @Test
    void aClientWithoutPermissionGetsThePublicPage() {
        var forwarded = Map.of("host", List.of("localhost"), "x-forwarded-for", List.of("127.0.0.1"));
        var path = "/500/en/developer";

        assertThat(page(DEVELOPMENT, new GalleryRequest("", path, forwarded, "127.0.0.1"))
                        .html())
                .contains("Something went wrong on our side")
                .doesNotContain("SampleFailure");
        assertThat(page(DEVELOPMENT, new GalleryRequest("", path, Map.of(), "192.0.2.7"))
                        .html())
                .doesNotContain("SampleFailure");
    }

    @Test
    void thePublicPreviewIsThePublicPageForADeveloperToo() {
        assertThat(page(DEVELOPMENT, request("/500/en/public")).html()).doesNotContain("SampleFailure");
    }

    @Test
    void productionHasNoDeveloperPages() {
        assertThat(PRODUCTION.page(request("/500/en/developer"))).isEmpty();
        assertThat(read(PRODUCTION, "/500/en").select("iframe").eachAttr("src")).containsOnly("/gallery/500/en/public");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/499",
                "/999",
                "/0503",
                "/503/",
                "/503/KO",
                "/503/tlh",
                "/ko/503",
                "/503/ko/Public",
                "/503/ko/post/post",
                "/504/ko/post",
                "/503/ko/public/developer",
                "/503/ko/retry-7",
                "/../WEB-INF/web.xml",
                "/503/ko\r\nSet-Cookie: a=b",
                "/<script>alert(1)</script>"
            })
    void anUnknownPathHasNoPage(String path) {
        assertThat(DEVELOPMENT.page(request(path))).isEmpty();
    }

    @Test
    void linksStayInTheApplication() {
        var page = Jsoup.parse(page(DEVELOPMENT, new GalleryRequest("/books", "/503/ko", Map.of(), "127.0.0.1"))
                .html());

        assertThat(page.select("[href], [src]"))
                .isNotEmpty()
                .allMatch(element -> (element.attr("href") + element.attr("src")).startsWith("/books/"));
    }

    @Test
    void nothingIsLogged() {
        var logger = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        logger.addAppender(log);
        try {
            page(DEVELOPMENT, request("/500/en/developer"));
            page(DEVELOPMENT, request("/500/en/public"));
            page(DEVELOPMENT, request("/500"));
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list).isEmpty();
    }
}
