package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.errorpages.render.ErrorResponse;
import org.errorpages.status.Failure;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that huge and cyclic failures get a complete page of bounded size in bounded time. */
@Tag("thorough")
final class HostileSizesTest {

    private static final int MEGABYTE = 1_000_000;

    /** Generous for loaded build machines; an idle one needs less than a second. */
    private static final Duration MAX_TIME = Duration.ofSeconds(30);

    private static final String HARMLESS = "harmless";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(HostileFailure.class)
    void theDeveloperPageIsCompleteAndWithinAMegabyte(HostileFailure hostility) {
        var answer = answer(hostility, "text/html");
        var page = Jsoup.parse(answer.text());

        assertThat(answer.headers().get("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(answer.status().code()).isEqualTo(500);
        assertThat(answer.length()).isLessThanOrEqualTo(MEGABYTE);
        assertThat(answer.text()).endsWith("</html>");
        assertThat(page.select("header .code").text()).isEqualTo("500");
        assertThat(page.select("header .facts").text()).contains(Fixtures.ID.toString());
        assertThat(page.select("#causes article")).isNotEmpty();
        assertThat(elementsOfHarmlessPage()).containsAll(kindsOfElements(page));
        assertThat(answer.text()).doesNotContain("\u202e", "\u2066", "\u200f");
    }

    @ParameterizedTest
    @EnumSource(HostileFailure.class)
    void otherFormatsAreWithinAMegabyte(HostileFailure hostility) throws Exception {
        var json = answer(hostility, "application/problem+json");
        var xml = answer(hostility, "application/problem+xml");
        var all = List.of(json, xml, answer(hostility, "text/plain"), answer(hostility, "text/markdown"));

        for (var answer : all) {
            assertThat(answer.length()).isLessThanOrEqualTo(MEGABYTE);
            assertThat(answer.text()).contains(Fixtures.ID.toString());
        }
        assertThat(json.headers().get("Content-Type")).startsWith("application/problem+json");
        assertThat(xml.headers().get("Content-Type")).startsWith("application/problem+xml");
        assertWellFormed(json, xml);
    }

    @Test
    void omittedPartsOfARequestAreCounted() {
        for (var format : List.of("text/html", "text/plain", "text/markdown", "application/json", "application/xml")) {
            assertThat(answer(HostileFailure.NO_STACK, format).text())
                    .containsPattern("….{0,9}[:>].{0,9}[0-9]+ more are left out");
        }
    }

    @Test
    void threeCausesWithTenSourcesAreWithinAQuarterOfAMegabyte() throws IOException {
        var pages = Fixtures.builder(
                        "mode", "development", "applicationPackages", "shop", "sourcePath", folder.toString())
                .build();

        var answer = pages.answer(Failure.thrown(threeCauses()), Fixtures.request("text/html", "en"));
        var page = Jsoup.parse(answer.text());

        assertThat(page.select("#causes article")).hasSize(3);
        assertThat(page.select("#causes li")).hasSize(300);
        assertThat(page.select("section.source")).hasSize(10);
        assertThat(page.select("#copy-markdown").text()).isNotEmpty();
        assertThat(answer.length()).isLessThanOrEqualTo(MEGABYTE / 4);
    }

    private static ErrorResponse answer(HostileFailure hostility, String format) {
        var pages = Fixtures.builder("mode", "development", "applicationPackages", "shop")
                .build();
        var failure = Failure.thrown(hostility.thrown());
        return assertTimeout(MAX_TIME, () -> pages.answer(failure, HostileFailure.request(format)));
    }

    private static Set<String> elementsOfHarmlessPage() {
        var thrown = new IllegalStateException(HARMLESS.repeat(100), new Exception(HARMLESS));
        thrown.addSuppressed(new IllegalStateException(HARMLESS));
        var pages = Fixtures.builder("mode", "development").build();
        var request = Fixtures.request("text/html", "en")
                .withHeader("Cookie", "session=1")
                .withQuery("a=b");
        return kindsOfElements(
                Jsoup.parse(pages.answer(Failure.thrown(thrown), request).text()));
    }

    private static Set<String> kindsOfElements(Document page) {
        return page.getAllElements().stream()
                .map(element -> element.tagName()
                        + element.attributes().asList().stream()
                                .map(attribute -> attribute.getKey())
                                .toList())
                .collect(Collectors.toSet());
    }

    private static void assertWellFormed(ErrorResponse json, ErrorResponse xml) throws Exception {
        try (var parser = new JsonFactory().createParser(json.text())) {
            while (parser.nextToken() != null) {
                assertThat(parser.currentToken()).isNotNull();
            }
        }
        var document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.text().getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getLocalName()).isEqualTo("problem");
    }

    /** A failure of a large application: a third of the frames is application code. */
    private Throwable threeCauses() throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        Throwable thrown = new Exception("The customer 4711 has no address in the country of the order");
        thrown.setStackTrace(frames("TaxTableOfCountries"));
        for (var name : List.of("OrderRepository", "OrderServiceWithTaxes")) {
            thrown = new IllegalStateException("could not place the order 42: " + thrown.getMessage(), thrown);
            thrown.setStackTrace(frames(name));
        }
        return thrown;
    }

    private StackTraceElement[] frames(String name) throws IOException {
        Files.writeString(
                folder.resolve("shop/" + name + ".java"),
                "        var rate = rates.stream().filter(rate -> rate.country().equals(\"KR\")).findFirst(); // why\n"
                        .repeat(120));
        return IntStream.range(0, 100)
                .mapToObj(i -> i % 3 == 0
                        ? new StackTraceElement("shop." + name, "callNumber" + i, name + ".java", i + 10)
                        : new StackTraceElement(
                                "org.springframework.transaction.interceptor.TransactionAspectSupport" + name,
                                "invokeWithinTransaction" + i,
                                "TransactionAspectSupport.java",
                                388))
                .toArray(StackTraceElement[]::new);
    }
}
