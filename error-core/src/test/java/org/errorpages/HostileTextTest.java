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

    /** Where a hostile text may stand. */
    private enum Place {
        MESSAGE,
        CAUSE,
        FRAME_CLASS,
        FRAME_METHOD,
        FRAME_FILE,
        HEADER_NAME,
        HEADER_VALUE,
        COOKIE,
        QUERY_NAME,
        QUERY_VALUE,
        PATH,
        METHOD,
        HANDLER,
        LANGUAGE,
        ACCEPT_LANGUAGE,
        SENT
    }

    static Stream<Arguments> everyPayloadInEveryPlace() {
        return PAYLOADS.stream()
                .flatMap(payload -> Stream.of(Place.values()).map(place -> Arguments.of(place, payload)));
    }

    private static final ErrorPages PAGES = ErrorPages.of(Fixtures.config("mode", "development"));

    @ParameterizedTest
    @MethodSource("everyPayloadInEveryPlace")
    void staysText(Place place, String payload) throws Exception {
        var harmless = new Told(place, HARMLESS);
        var hostile = new Told(place, payload);

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
    private record Told(Place place, String text) {

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

        private String at(Place asked) {
            return place == asked ? text : HARMLESS;
        }

        private Failure failure() {
            if (place == Place.SENT) {
                return Failure.sent(500, text);
            }
            var cause = new IllegalArgumentException("cause " + at(Place.CAUSE));
            cause.setStackTrace(new StackTraceElement[] {
                new StackTraceElement(
                        "org.shop." + at(Place.FRAME_CLASS),
                        "of" + at(Place.FRAME_METHOD),
                        at(Place.FRAME_FILE) + ".java",
                        7)
            });
            return Failure.thrown(new IllegalStateException("says " + at(Place.MESSAGE), cause));
        }

        private RequestFacts request(String form) {
            return new RequestFacts(
                            "M" + at(Place.METHOD),
                            "/" + at(Place.PATH),
                            at(Place.QUERY_NAME) + "=" + at(Place.QUERY_VALUE),
                            Fixtures.asking(form, place == Place.ACCEPT_LANGUAGE ? "en, " + text : "en")
                                    .headers(),
                            "127.0.0.1",
                            at(Place.HANDLER),
                            place == Place.LANGUAGE ? text : null)
                    .withHeader("X" + at(Place.HEADER_NAME), at(Place.HEADER_VALUE))
                    .withHeader("Cookie", "a=" + at(Place.COOKIE));
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
