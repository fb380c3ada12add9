package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the developer page lacks known bugs of other frameworks; each test is named after one. */
final class BugsOfOthersTest {

    private static final String MARKUP = "a < b && \"c\" > 'd' &amp; </p> é 주문";

    /** The number of bytes in which browsers look for the encoding. */
    private static final int PRESCAN = 1024;

    @Test
    void jettyEscapedPlainTextAsIfItWereHtml() {
        assertThat(answer(MARKUP, "text/plain")).contains(MARKUP);
    }

    @Test
    void jettyEscapedJsonAsIfItWereHtml() throws Exception {
        assertThat(strings(answer(MARKUP, "application/json"))).contains(MARKUP);
        assertThat(messages(answer(MARKUP, "application/xml"))).containsOnly(MARKUP);
    }

    @Test
    void quarkusPassedControlCharactersIntoJson() throws Exception {
        var controls = Stream.of(IntStream.range(0, 0x20), IntStream.range(0x7f, 0xa0))
                .flatMap(range -> range.mapToObj(Character::toString))
                .collect(Collectors.joining("-"));

        var json = answer(controls, "application/json");

        assertThat(strings(json))
                .anyMatch(text -> text.contains("\\u0001-") && text.contains("\\u001f-") && text.contains("\\u009f"));
        assertThat(json.chars()).noneMatch(Character::isISOControl);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain", "text/markdown", "application/json", "application/xml"})
    void laravelTreatedAValueAsAReplacement(String format) throws Exception {
        var value = "$1 $0 ${1} \\1 ? {input} {count}";

        var answer = answer(new NumberFormatException("For input string: \"" + value + "\""), format, "en");

        assertThat(parsed(answer, format)).contains("\"" + value + "\" is not a number");
    }

    @ParameterizedTest
    @CsvSource({"en, Request", "ko, 요청", "ar, Request"})
    void micronautMarkedEveryPageAsEnglish(String accepted, String heading) {
        var expected = accepted.equals("ko") ? "ko" : "en";
        for (var page : List.of(page(accepted), list(accepted))) {
            assertThat(page.expectFirst("html").attr("lang")).isEqualTo(expected);
        }
        assertThat(page(accepted).select("h2").eachText()).contains(heading);
    }

    @Test
    void springAndUndertowOmittedDoctypeAndCharset() {
        for (var page : List.of(page("en"), list("ko"))) {
            assertThat(page.documentType()).isNotNull();
            assertThat(page.expectFirst("meta[charset]").attr("charset")).isEqualTo("utf-8");
        }
        assertThat(answer("x", "text/html").substring(0, PRESCAN)).contains("<meta charset=\"utf-8\">");
    }

    @Test
    void youchHadNoTitle() {
        assertThat(page("en").title()).contains("NumberFormatException");
        assertThat(list("en").title()).isEqualTo("Incidents");
        assertThat(page("en").select("h1")).hasSize(1).allMatch(heading -> !heading.text()
                .isBlank());
    }

    @Test
    void laravelPreventedZooming() {
        for (var page : List.of(page("en"), list("en"))) {
            assertThat(page.expectFirst("meta[name=viewport]").attr("content"))
                    .isEqualTo("width=device-width, initial-scale=1");
        }
    }

    private static Document page(String language) {
        return Jsoup.parse(answer(new NumberFormatException("For input string: \"x\""), "text/html", language));
    }

    private static Document list(String language) {
        var request = new RequestSnapshot(
                "GET",
                DeveloperPageSettings.DEFAULT_INCIDENTS_PATH,
                null,
                Fixtures.request("text/html", language).headers(),
                "127.0.0.1",
                null,
                null);
        return Jsoup.parse(pages().incidents(request).orElseThrow().text());
    }

    private static String answer(String message, String format) {
        return answer(new IllegalStateException(message), format, "en");
    }

    private static String answer(Throwable thrown, String format, String language) {
        return pages().answer(Failure.thrown(thrown), Fixtures.request(format, language))
                .text();
    }

    private static ErrorPages pages() {
        return Fixtures.builder("mode", "development").build();
    }

    /** Returns the text that a parser of the format reads. */
    private static String parsed(String answer, String format) throws Exception {
        return switch (format) {
            case "text/html" -> Jsoup.parse(answer).text();
            case "application/json" -> strings(answer).toString();
            case "application/xml" -> document(answer).getDocumentElement().getTextContent();
            case "text/markdown" -> answer.replaceAll("\\\\(\\p{Punct})", "$1");
            default -> answer;
        };
    }

    private static List<String> strings(String json) throws IOException {
        var strings = Stream.<String>builder();
        try (var parser = new JsonFactory().createParser(json)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    strings.add(parser.getText());
                }
            }
        }
        return strings.build().toList();
    }

    private static List<String> messages(String xml) throws Exception {
        var found = document(xml).getElementsByTagName("message");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    private static org.w3c.dom.Document document(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
