package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.errorpages.render.MarkdownRenderer;
import org.errorpages.render.Renderer;
import org.errorpages.render.TextRenderer;
import org.errorpages.render.html.HtmlRenderer;
import org.errorpages.report.ErrorReport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests with pseudo-languages that texts come from language files and aren't truncated. */
final class HardCodedTextTest {

    private static final String REPORTS = "org.errorpages.i18n.PseudoReports#languagesAndCodes";

    private static final Renderer HTML = HtmlRenderer.builtIn();

    @ParameterizedTest
    @MethodSource(REPORTS)
    void thePublicPageHasNoHardCodedText(PseudoLanguage language, int code) {
        var report = PseudoReports.publicReport(language, code);

        var page = Jsoup.parse(PseudoReports.rendered(HTML, report));

        assertThat(foreign(page, report)).isEmpty();
        assertThat(page.select("html").attr("dir"))
                .isEqualTo(language.messages().direction());
        assertThat(page.text()).contains("⟦");
    }

    @ParameterizedTest
    @MethodSource(REPORTS)
    void thePreviewOfThePublicPageHasNoHardCodedText(PseudoLanguage language, int code) {
        var report = PseudoReports.developerReport(language, code);

        var page = Jsoup.parse(PseudoReports.rendered(HTML, report));

        assertThat(foreign(page.expectFirst("#public iframe"), report)).isEmpty();
        var framed = Jsoup.parse(page.expectFirst("#public iframe").attr("srcdoc"));
        assertThat(framed.select("h1").text()).startsWith("⟦");
        assertThat(foreign(framed, report)).isEmpty();
        assertThat(foreign(page.expectFirst(".hops"), report)).isEmpty();
    }

    /** The first line contains the status with its registered English name. */
    @ParameterizedTest
    @MethodSource(REPORTS)
    void plainTextHasNoHardCodedTextExceptTheStatus(PseudoLanguage language, int code) {
        var report = PseudoReports.publicReport(language, code);

        var text = PseudoReports.rendered(new TextRenderer(), report);

        assertThat(text).startsWith(report.status() + ": ⟦");
        assertThat(text.substring(report.status().toString().length())
                        .lines()
                        .map(line -> PseudoReports.foreign(line, report)))
                .containsOnly("");
    }

    /** The heading contains the status with its registered English name. */
    @ParameterizedTest
    @MethodSource(REPORTS)
    void markdownHasNoHardCodedTextExceptTheStatus(PseudoLanguage language, int code) {
        var report = PseudoReports.publicReport(language, code);

        var text = PseudoReports.rendered(new MarkdownRenderer(), report);

        assertThat(text).startsWith("# " + report.status() + ": ⟦");
        assertThat(text.replace(report.status().toString(), "")
                        .lines()
                        .map(line -> PseudoReports.foreign(line, report)))
                .containsOnly("");
    }

    @ParameterizedTest
    @MethodSource(REPORTS)
    void developerMarkdownHeadingsComeFromTheLanguageFiles(PseudoLanguage language, int code) {
        var report = PseudoReports.developerReport(language, code);

        var text = PseudoReports.rendered(new MarkdownRenderer(), report);

        assertThat(text.lines().filter(line -> line.startsWith("## ")))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(
                        line -> assertThat(PseudoReports.foreign(line, report)).isEmpty());
    }

    /** Returns the hard-coded texts and accessible names of an element and its children. */
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
