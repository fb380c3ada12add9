package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.errorpages.request.RequestFacts;
import org.errorpages.status.Failure;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile text in every field of a developer's answer stays text: real parsers see the same structure as with harmless text. */
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

    /** Whether something was thrown, with the text in every field, or a status was sent with it. */
    private enum Way {
        THROWN,
        SENT
    }

    static Stream<Arguments> everyPayload() {
        return PAYLOADS.stream().flatMap(payload -> Stream.of(Way.values()).map(way -> Arguments.of(way, payload)));
    }

    private static final ErrorPages PAGES = ErrorPages.of(Fixtures.config("mode", "development"));

    @ParameterizedTest
    @MethodSource("everyPayload")
    void staysTextInEveryField(Way way, String payload) throws Exception {
        var harmless = new Told(way, HARMLESS);
        var hostile = new Told(way, payload);

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

    /** What is told of a failure with a text in one place; the second time, so that what differs is told as well. */
    private record Told(Way way, String text) {

        String as(String form) {
            PAGES.answer(failure(), request(form));
            return PAGES.answer(failure(), request(form).withHeader("X-Again", text))
                    .text();
        }

        String listed(String form) {
            assertThat(as("text/plain")).isNotEmpty();
            var list = new RequestFacts(
                    "GET",
                    DeveloperSettings.DEFAULT_INCIDENTS_PATH,
                    null,
                    Fixtures.asking(form, "en").headers(),
                    "127.0.0.1",
                    null);
            return PAGES.incidents(list).orElseThrow().text();
        }

        private Failure failure() {
            if (way == Way.SENT) {
                return Failure.sent(500, text);
            }
            var cause = new IllegalArgumentException("cause " + text);
            cause.setStackTrace(
                    new StackTraceElement[] {new StackTraceElement("org.shop." + text, "of" + text, text + ".java", 7)
                    });
            return Failure.thrown(new IllegalStateException("says " + text, cause));
        }

        private RequestFacts request(String form) {
            return new RequestFacts(
                            "M" + text,
                            "/" + text,
                            whole(text) + "=" + whole(text),
                            Fixtures.asking(form, "en, " + text).headers(),
                            "127.0.0.1",
                            text,
                            text)
                    .withHeader("X" + text, text)
                    .withHeader("Cookie", "a=" + whole(text));
        }

        /** What parts one parameter or cookie from the next makes more of them, as it should. */
        private static String whole(String text) {
            return text.replace("&", "%26").replace(";", "%3B");
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
