package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.errorpages.Planting.Spot;
import org.errorpages.Planting.Way;
import org.errorpages.redact.SafeText;
import org.errorpages.status.Failure;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile text in every field of a developer's answer stays text: real parsers see the same structure as with harmless text. */
@Tag("thorough")
final class HostileTextTest {

    private static final String HARMLESS = "harmless";

    private static final List<String> PAYLOADS = List.of(
            "\"><script>alert(1)</script>",
            "' onx='alert(1)",
            "\" onx=\"alert(1)",
            "`onx=1",
            "</script><b>x</b>",
            "</title><b>x</b>",
            "</style><b>x</b>",
            "</textarea><b>x</b>",
            "</pre></code><b>x</b>",
            "--><b>x</b>",
            "--!><b>x</b>",
            "<!--",
            "<![CDATA[x]]>",
            "]]>",
            "<?xml version='1.0'?>",
            "&lt;script&gt;&#60;b&#62;",
            "<svg/onload=alert(1)>",
            "javascript:alert(1)",
            "```\n<b>x</b>",
            "[x](javascript:alert(1)) ![x](http://evil.test/x.png) <http://evil.test>",
            "a\u2028b\u2029c",
            "a\u0000b\u0008c\u001bd",
            "a\ud800b\udc00c",
            "a\uffffb\ufdd0c",
            "a\u202eb\u2066c",
            "\\\",\"x\":\"y",
            "a\r\nb\n\n# c");

    private static final Set<Spot> EVERYWHERE = EnumSet.allOf(Spot.class);

    /** A few that end, each, what many fields stand in. */
    private static final List<String> NASTIEST = List.of(
            "\"'`> onx=1></script></style></title></textarea></pre><b>x</b>",
            "--><svg/onload=1>]]><![CDATA[<?x?>&lt;b&gt;",
            "```\n\n# [x](javascript:1) <b>\u2028\u0000\u202e\ud800",
            "${7*7} #{title} {0} %s $1 \\1");

    static Stream<Arguments> everyPayload() {
        return PAYLOADS.stream().flatMap(payload -> Stream.of(Way.values()).map(way -> Arguments.of(way, payload)));
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("everyPayload")
    void staysTextInEveryField(Way way, String payload) throws Exception {
        assertStaysText(new Planting(way, EVERYWHERE, HARMLESS), new Planting(way, EVERYWHERE, payload));
    }

    /** A text that does no harm elsewhere may do so alone, where another one had closed what it opens. */
    @ParameterizedTest
    @EnumSource
    void staysTextInAnyField(Spot spot) throws Exception {
        var spots = EnumSet.of(spot);
        var harmless = elements(new Planting(Way.THROWN, spots, HARMLESS).as("text/html"));
        for (var payload : NASTIEST) {
            var hostile = new Planting(Way.THROWN, spots, payload);

            assertThat(elements(hostile.as("text/html"))).as(payload).isEqualTo(harmless);
            assertNoMarkup(Parser.builder().build().parse(hostile.as("text/markdown")));
        }
    }

    static List<String> payloads() {
        return PAYLOADS;
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void staysTextInALineOfASource(String payload) throws Exception {
        // A file has lines, and no halves of pairs.
        var line = payload.replaceAll("[\\r\\n\ud800-\udfff]", " ");
        var page = Jsoup.parse(shown(line, "text/html"));
        var harmless = Jsoup.parse(shown(HARMLESS, "text/html"));
        var source = page.expectFirst(".source");

        assertThat(source.select(".line.marked").text())
                .isEqualTo("7> " + SafeText.line(line, 200).strip());
        page.select(".source .line > *").remove();
        harmless.select(".source .line > *").remove();
        assertThat(elements(page)).isEqualTo(elements(harmless));
        assertThat(tokens(shown(line, "application/json"))).isEqualTo(tokens(shown(HARMLESS, "application/json")));
        assertThat(xml(shown(line, "application/xml"))).isEqualTo(xml(shown(HARMLESS, "application/xml")));
        assertNoMarkup(Parser.builder().build().parse(shown(line, "text/markdown")));
    }

    private String shown(String line, String form) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("shop")).resolve("Till.java"), "a\n".repeat(6) + line + "\nb\n");
        var thrown = new IllegalStateException("closed");
        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement("shop.Till", "open", "Till.java", 7)});
        return ErrorPages.of(Fixtures.config(
                        "mode", "development", "applicationPackages", "shop", "sourcePath", folder.toString()))
                .answer(Failure.thrown(thrown), Fixtures.asking(form, "en"))
                .text();
    }

    private static void assertStaysText(Planting harmless, Planting hostile) throws Exception {
        assertThat(elements(hostile.as("text/html"))).isEqualTo(elements(harmless.as("text/html")));
        assertThat(newest(hostile.listed("text/html"))).isEqualTo(newest(harmless.listed("text/html")));
        assertThat(tokens(hostile.as("application/problem+json")))
                .isEqualTo(tokens(harmless.as("application/problem+json")));
        assertThat(tokens(hostile.listed("application/json"))).startsWith("START_OBJECT", "incidents", "START_ARRAY");
        assertThat(xml(hostile.as("application/problem+xml"))).isEqualTo(xml(harmless.as("application/problem+xml")));
        assertNoMarkup(Parser.builder().build().parse(hostile.as("text/markdown")));
        for (var text : List.of(hostile.as("text/plain"), hostile.listed("text/plain"), hostile.as("text/html"))) {
            assertThat(text).doesNotContain("\u0000", "\u001b", "\u2028", "\u202e", "\ufffe", "\uffff");
        }
    }

    private static List<String> elements(String html) {
        return elements(Jsoup.parse(html));
    }

    private static List<String> newest(String html) {
        return elements(Objects.requireNonNull(Jsoup.parse(html).selectFirst("li")));
    }

    private static List<String> elements(Element whole) {
        return whole.getAllElements().stream()
                .map(element -> element.tagName()
                        + element.attributes().asList().stream()
                                .map(attribute -> attribute.getKey())
                                .toList())
                .toList();
    }

    private static List<String> tokens(String json) throws IOException {
        var tokens = new ArrayList<String>();
        try (var parser = new JsonFactory().createParser(json)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                tokens.add(token == JsonToken.FIELD_NAME ? parser.currentName() : token.name());
            }
        }
        return tokens;
    }

    private static List<String> xml(String text) throws Exception {
        var document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        var all = document.getElementsByTagName("*");
        var names = new ArrayList<String>();
        for (int i = 0; i < all.getLength(); i++) {
            names.add(all.item(i).getNodeName());
        }
        return names;
    }

    private static void assertNoMarkup(Node node) {
        assertThat(node).isNotInstanceOfAny(HtmlBlock.class, HtmlInline.class, Link.class, Image.class);
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            assertNoMarkup(child);
        }
    }
}
