package org.errorpages.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.errorpages.i18n.Messages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

final class ExportedPageTest {

    private static final ExportOptions EXPORT = TestExports.shop("contact=help@example.test", "homeUrl=/");
    private static final List<ExportedPage> PAGES = ExportedPage.of(EXPORT);
    private static final Map<ExportedPage, Document> DOCUMENTS =
            PAGES.stream().collect(Collectors.toMap(page -> page, page -> Jsoup.parse(page.html())));
    private static final Map<String, Messages> LANGUAGES = EXPORT.config().supportedLocales().all().stream()
            .collect(Collectors.toMap(Messages::tag, messages -> messages));

    @Test
    void eachCodeHasAPageInEachLanguage() {
        assertThat(PAGES)
                .extracting(ExportedPage::file)
                .hasSize(11 * 40)
                .doesNotHaveDuplicates()
                .contains("500.en.html", "502.ko.html", "504.zh-Hant.html", "511.pt-BR.html");
    }

    @Test
    void eachPageIsComplete() {
        for (var page : PAGES) {
            var document = document(page);
            var messages = messages(page);
            var title = messages.forStatus(page.code(), "title");

            assertThat(document.select("html").attr("lang")).isEqualTo(page.tag());
            assertThat(document.select("html").attr("dir")).isEqualTo(messages.direction());
            assertThat(document.select("main")).hasSize(1);
            assertThat(document.select("h1").eachText()).containsExactly(title);
            assertThat(document.title()).isEqualTo(title + " – Harbour Books");
            assertThat(document.select("p.site").text()).isEqualTo("Harbour Books");
            assertThat(document.select("p.links a").eachAttr("href")).containsExactly("mailto:help@example.test", "/");
            assertThat(document.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
            assertThat(document.select("script, [src], [style], iframe, form")).isEmpty();
            assertThat(document.text()).doesNotContain("{", "??");
            assertThat(page.html().getBytes(StandardCharsets.UTF_8).length).isLessThan(14 * 1024);
        }
    }

    /** An incident id or a time would be wrong for all requests but one. */
    @Test
    void noPageContainsAnIncidentIdOrATime() {
        for (var page : PAGES) {
            var document = document(page);
            var messages = messages(page);

            assertThat(document.select("dl > div").eachText())
                    .containsExactly(messages.get("fact.code") + " " + page.code());
            assertThat(document.select("time, code")).isEmpty();
            assertThat(document.select("main > ul > li").eachText())
                    .isNotEmpty()
                    .doesNotContain(messages.get("todo.quote"), messages.get("todo.contact"));
        }
    }

    @Test
    void eachPageShowsTheApplicationAsTheFailingHop() {
        for (var page : PAGES) {
            var hops = document(page).select("ol.hops > li");

            assertThat(hops.eachAttr("class"))
                    .containsExactly("client working", "gateway working", "application failed");
            assertThat(hops.select(".failed .state").text())
                    .isEqualTo(messages(page).forStatus(page.code(), "state"));
            assertThat(hops.select(".failed .mark svg")).hasSize(1);
        }
    }

    @Test
    void theLinesForHaproxyFormTheSamePage() {
        for (var page : PAGES) {
            var together = page.head() + "<style>" + page.style() + "</style>" + page.body();

            assertThat(page.head() + page.body()).doesNotContain("\n", "\r");
            assertThat(normal(Jsoup.parse(together))).isEqualTo(normal(document(page)));
            assertThat(page.style()).isEqualTo(PAGES.get(0).style()).contains("\n");
        }
    }

    private static String normal(Document document) {
        return document.html().replaceAll("\\s+", "");
    }

    private static Document document(ExportedPage page) {
        return Objects.requireNonNull(DOCUMENTS.get(page));
    }

    private static Messages messages(ExportedPage page) {
        return Objects.requireNonNull(LANGUAGES.get(page.tag()));
    }
}
