package org.errorpages.demo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.errorpages.status.Status;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IndexPageTest {

    private static final Path WEB_APP = Path.of("src/main/webapp");

    private final Document page = parse("index.html", Parser.htmlParser());
    private final List<String> links = page.select("main a").eachAttr("href");

    @Test
    void theIndexListsEveryServlet() {
        var paths = parse("WEB-INF/web.xml", Parser.xmlParser())
                .select("servlet-mapping url-pattern")
                .eachText();

        for (var path : paths) {
            var start = path.replace("/*", "");
            assertThat(links).anyMatch(link -> ("/" + link).startsWith(start));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fail/500",
                "fail/501",
                "fail/502?kind=garbage",
                "fail/502?kind=refused",
                "fail/502?kind=reset",
                "fail/502?kind=certificate",
                "fail/503?kind=overload",
                "fail/503?kind=database",
                "fail/503?kind=maintenance",
                "fail/504"
            })
    void everyScenarioHasALinkAndFourCurlLines(String scenario) {
        var article = page.select("article:has(a[href='" + scenario + "'])");

        assertThat(article.select("code:contains(curl)").eachText()).hasSize(4).allMatch(line -> line.replace("'", "")
                .endsWith("http://localhost:8080/" + scenario));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 502, 503, 504})
    void theIndexQuotesThePublicTexts(int code) throws IOException {
        var texts = new Properties();
        try (var in = Status.class.getResourceAsStream("/org/errorpages/i18n/en.properties")) {
            texts.load(in);
        }

        assertThat(page.select("#s" + code + " q").text()).isEqualTo(texts.getProperty("code." + code + ".title"));
    }

    @Test
    void theIndexContainsNoInlineCode() {
        assertThat(page.select("script, style, [style], [onclick], [src^=http], link[href^=http]"))
                .isEmpty();
    }

    private static Document parse(String file, Parser parser) {
        try {
            return Jsoup.parse(Files.newInputStream(WEB_APP.resolve(file)), StandardCharsets.UTF_8.name(), "", parser);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
