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
import org.errorpages.HostileReport.Kind;
import org.errorpages.HostileReport.Spot;
import org.errorpages.redact.PrintableText;
import org.errorpages.status.Failure;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests with real parsers that hostile text doesn't change the structure of developer responses. */
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

    /** Each of these tries to end several contexts at once. */
    private static final List<String> COMBINED = List.of(
            "\"'`> onx=1></script></style></title></textarea></pre><b>x</b>",
            "--><svg/onload=1>]]><![CDATA[<?x?>&lt;b&gt;",
            "```\n\n# [x](javascript:1) <b>\u2028\u0000\u202e\ud800",
            "${7*7} #{title} {0} %s $1 \\1");

    static Stream<Arguments> everyPayload() {
        return PAYLOADS.stream().flatMap(payload -> Stream.of(Kind.values()).map(kind -> Arguments.of(kind, payload)));
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("everyPayload")
    void aPayloadInEveryFieldStaysText(Kind kind, String payload) throws Exception {
        assertStaysText(new HostileReport(kind, EVERYWHERE, HARMLESS), new HostileReport(kind, EVERYWHERE, payload));
    }

    /** With a payload in every field, one may close the markup that another opens; so each field is tested alone. */
    @ParameterizedTest
    @EnumSource
    void aPayloadInOneFieldStaysText(Spot spot) throws Exception {
        var spots = EnumSet.of(spot);
        var harmless = elements(new HostileReport(Kind.THROWN, spots, HARMLESS).as("text/html"));
        for (var payload : COMBINED) {
            var hostile = new HostileReport(Kind.THROWN, spots, payload);

            assertThat(elements(hostile.as("text/html"))).as(payload).isEqualTo(harmless);
            assertNoMarkup(Parser.builder().build().parse(hostile.as("text/markdown")));
        }
    }

    static List<String> payloads() {
        return PAYLOADS;
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void aPayloadInASourceLineStaysText(String payload) throws Exception {
        // A line of a file has neither line breaks nor unpaired surrogates.
        var line = payload.replaceAll("[\\r\\n\ud800-\udfff]", " ");
        var page = Jsoup.parse(responseWithSourceLine(line, "text/html"));
        var harmless = Jsoup.parse(responseWithSourceLine(HARMLESS, "text/html"));
        var source = page.expectFirst(".source");

        assertThat(source.select(".line.marked").text())
                .isEqualTo("7> " + PrintableText.line(line, 200).strip());
        page.select(".source .line > *").remove();
        harmless.select(".source .line > *").remove();
        assertThat(elements(page)).isEqualTo(elements(harmless));
        assertThat(tokens(responseWithSourceLine(line, "application/json")))
                .isEqualTo(tokens(responseWithSourceLine(HARMLESS, "application/json")));
        assertThat(xml(responseWithSourceLine(line, "application/xml")))
                .isEqualTo(xml(responseWithSourceLine(HARMLESS, "application/xml")));
        assertNoMarkup(Parser.builder().build().parse(responseWithSourceLine(line, "text/markdown")));
    }

    private String responseWithSourceLine(String line, String format) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("shop")).resolve("Till.java"), "a\n".repeat(6) + line + "\nb\n");
        var thrown = new IllegalStateException("closed");
        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement("shop.Till", "open", "Till.java", 7)});
        return ErrorPages.of(Fixtures.config(
                        "mode", "development", "applicationPackages", "shop", "sourcePath", folder.toString()))
                .answer(Failure.thrown(thrown), Fixtures.request(format, "en"))
                .text();
    }

    private static void assertStaysText(HostileReport harmless, HostileReport hostile) throws Exception {
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
