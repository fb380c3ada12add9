package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.errorpages.render.MarkdownRenderer;
import org.errorpages.render.Renderer;
import org.errorpages.render.TextRenderer;
import org.errorpages.render.html.HtmlRenderer;
import org.errorpages.report.Disclosure;
import org.errorpages.report.ErrorReport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that people read on a page comes from the language files and is there to its end: seen in pseudo-languages. */
final class HardCodedTextTest {

    private static final String REPORTS = "org.errorpages.i18n.PseudoReports#languagesAndCodes";

    private static final Renderer HTML = HtmlRenderer.builtIn();

    @ParameterizedTest
    @MethodSource(REPORTS)
    void thePublicPageSaysNothingOfItsOwn(PseudoLanguage language, int code) {
        var report = PseudoReports.report(language, code, Disclosure.NOTHING);

        var page = Jsoup.parse(PseudoReports.rendered(HTML, report));

        assertThat(foreign(page, report)).isEmpty();
        assertThat(page.select("html").attr("dir"))
                .isEqualTo(language.messages().direction());
        assertThat(page.text()).contains("⟦");
    }

    @ParameterizedTest
    @MethodSource(REPORTS)
    void whatTheDeveloperSeesOfThePublicPageSaysNothingOfItsOwn(PseudoLanguage language, int code) {
        var report = PseudoReports.report(language, code, Disclosure.EVERYTHING);

        var page = Jsoup.parse(PseudoReports.rendered(HTML, report));

        assertThat(foreign(page.expectFirst("#public iframe"), report)).isEmpty();
        var framed = Jsoup.parse(page.expectFirst("#public iframe").attr("srcdoc"));
        assertThat(framed.select("h1").text()).startsWith("⟦");
        assertThat(foreign(framed, report)).isEmpty();
        assertThat(foreign(page.expectFirst(".hops"), report)).isEmpty();
    }

    /** The first line has the status with its registered name, as the protocol has it. */
    @ParameterizedTest
    @MethodSource(REPORTS)
    void plainTextSaysNothingOfItsOwnButTheStatus(PseudoLanguage language, int code) {
        var report = PseudoReports.report(language, code, Disclosure.NOTHING);

        var text = PseudoReports.rendered(new TextRenderer(), report);

        assertThat(text).startsWith(report.status() + ": ⟦");
        assertThat(text.substring(report.status().toString().length())
                        .lines()
                        .map(line -> PseudoReports.foreign(line, report)))
                .containsOnly("");
    }

    /** The heading has the status with its registered name, as the protocol has it. */
    @ParameterizedTest
    @MethodSource(REPORTS)
    void markdownSaysNothingOfItsOwnButTheStatus(PseudoLanguage language, int code) {
        var report = PseudoReports.report(language, code, Disclosure.NOTHING);

        var text = PseudoReports.rendered(new MarkdownRenderer(), report);

        assertThat(text).startsWith("# " + report.status() + ": ⟦");
        assertThat(text.replace(report.status().toString(), "")
                        .lines()
                        .map(line -> PseudoReports.foreign(line, report)))
                .containsOnly("");
    }

    @ParameterizedTest
    @MethodSource(REPORTS)
    void headingsOfMarkdownForTheDeveloperComeFromTheFiles(PseudoLanguage language, int code) {
        var report = PseudoReports.report(language, code, Disclosure.EVERYTHING);

        var text = PseudoReports.rendered(new MarkdownRenderer(), report);

        assertThat(text.lines().filter(line -> line.startsWith("## ")))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(
                        line -> assertThat(PseudoReports.foreign(line, report)).isEmpty());
    }

    /** Returns what an element and those in it show or read out, and have not from the files. */
    private static List<String> foreign(Element element, ErrorReport report) {
        var shown = new ArrayList<String>();
        for (var part : element.getAllElements()) {
            part.textNodes().stream().map(TextNode::text).forEach(shown::add);
            for (var attribute : List.of("title", "alt", "aria-label", "aria-description", "placeholder")) {
                shown.add(part.attr(attribute));
            }
        }
        element.select("meta[name=description]").eachAttr("content").forEach(shown::add);
        return shown.stream()
                .map(text -> PseudoReports.foreign(text, report))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
