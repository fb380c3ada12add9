package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentListener;
import org.errorpages.incident.RenderFailure;
import org.errorpages.render.ErrorResponse;
import org.errorpages.resource.ResourceFolder;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpErrorException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests custom pages, and built-in ones in place of those that fail. */
final class CustomPagesTest {

    @TempDir
    private Path folder;

    private final List<String> failures = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"503, exact", "502, class", "500, class", "404, any", "418, any"})
    void theMostSpecificNameWins(int status, String page) throws IOException {
        write("503.html", "<p>exact</p>");
        write("5xx.html", "<p>class</p>");
        write("error.html", "<p>any</p>");

        assertThat(page(status).text()).isEqualTo(page);
    }

    @Test
    void withoutAMatchingNameTheBuiltInPageIsShown() throws IOException {
        write("503.html", "<p>exact</p>");

        assertThat(page(500).select("h1").text()).isEqualTo("Something went wrong on our side");
    }

    @Test
    void commonTemplateFeaturesWork() throws IOException {
        write("top.html", "<header th:fragment=\"top(name)\"><b th:text=\"${name}\">Shop</b></header>");
        write(
                "5xx.html",
                """
                <html th:lang="${lang}" th:dir="${dir}"><body>
                <div th:replace="~{top :: top(${siteName})}">top</div>
                <h1 th:text="${title}">Title</h1>
                <p id="none" th:if="${detail}" th:text="${detail}">Detail</p>
                <p id="closed" th:if="${code} == '503'">Closed</p>
                <ol><li th:each="step, at : ${todo}" th:text="|${at.count}/${at.size}: ${step}|" th:class="${at.last} ? 'last'">Step</li></ol>
                <p id="quote" th:text="#{fact.incident}">Number</p>
                <code>[[${incident}]]</code>
                <div th:replace="~{public :: ol.hops}">picture</div>
                </body></html>
                """);

        var page = page(503);

        assertThat(page.select("header b").text()).isEqualTo("Harbour Books");
        assertThat(page.select("h1").text()).isEqualTo("The service is not available right now");
        assertThat(page.select("#none")).isEmpty();
        assertThat(page.select("#closed")).hasSize(1);
        assertThat(page.select("ol:not(.hops) li").eachText())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("1/2: ");
        assertThat(page.select("li.last")).hasSize(1);
        assertThat(page.select("#quote").text()).isEqualTo("Number to quote");
        assertThat(page.select("code").text()).isEqualTo(Fixtures.ID.toString());
        assertThat(page.select("ol.hops li")).hasSize(4);
    }

    @Test
    void aPageWithoutExpressionsIsServedUnchanged() throws IOException {
        var text = "<!doctype html>\n<title>Closed</title>\n<p>We are closed.</p>";
        write("error.html", text);

        assertThat(answer(503).text()).isEqualTo(text);
    }

    @Test
    void theDetailOfTheApplicationIsEscaped() throws IOException {
        write("error.html", "<p th:text=\"${detail}\">Detail</p>");

        var answer =
                answer(new HttpErrorException(503, "<script>alert(1)</script>")).text();

        assertThat(answer).isEqualTo("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
    }

    @Test
    void thePolicyAllowsOnlyStylesOfThePage() throws IOException, NoSuchAlgorithmException {
        write("error.html", "<style>p{color:red}</style><p>closed</p>");

        assertThat(answer(503).headers().get("Content-Security-Policy"))
                .contains("'sha256-" + sha256("p{color:red}") + "'")
                .contains("default-src 'self'", "object-src 'none'")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:text=\"${title.length()}\">x</p>",
                "<p th:text=\"${new java.util.Date()}\">x</p>",
                "<p th:text=\"${T(java.lang.Runtime)}\">x</p>",
                "<p th:text=\"${#ctx}\">x</p>",
                "<p th:text=\"${budget!}\">x</p>",
                "<p th:text=\"#{no.such.key}\">x</p>",
                "<p th:replace=\"~{nowhere :: part}\">x</p>",
                "<p th:replace=\"~{../../etc/passwd}\">x</p>",
                "<p th:replace=\"~{error}\">x</p>",
                "<p th:each=\"x : ${todo\">x</p>",
                "<p th:text=\"${title}\" th:if=>x",
            })
    void aFailingPageFallsBackToTheBuiltInPage(String template) throws IOException {
        write("error.html", template);

        assertThat(page(503).select("h1").text()).isEqualTo("The service is not available right now");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:text=\"${clock} == '12:00 UTC' ? 'noon' : 'later'\">x</p>",
                "<p>[[${clock} eq '12:00 UTC' ? 'noon' : 'later']]</p>",
                "<p th:switch=\"${clock}\"><b th:case=\"'12:00 UTC'\">noon</b><b th:case=\"*\">later</b></p>",
                "<p th:with=\"at=${clock}\"><b th:text=\"${at} == '12:00 UTC' ? 'noon' : 'later'\">x</b></p>",
                "<p th:insert=\"~{hour :: at(${clock})}\">x</p>",
            })
    void aPageThatComparesTheTimeIsRenderedForEachIncident(String template) throws IOException {
        write("hour.html", "<b th:fragment=\"at(t)\" th:text=\"${t} == '12:00 UTC' ? 'noon' : 'later'\">x</b>");
        write("error.html", template);
        var clock = new ManualClock(Fixtures.NOON.minusSeconds(3_600));
        var pages = builder().clock(clock).build();

        for (int i = 0; i < 3; i++) {
            assertThat(text(pages, 503)).contains("later");
        }
        clock.advance(Duration.ofHours(1));
        assertThat(text(pages, 503)).contains("noon");
    }

    @Test
    void anEndlessPageIsStopped() throws IOException {
        write("error.html", "<i th:each=\"a : ${todo}\">".repeat(40) + "x" + "</i>".repeat(40));

        assertThat(page(503).select("h1").text()).isEqualTo("The service is not available right now");
        assertThat(failures).singleElement().asString().contains("at most");
    }

    @Test
    void aBrokenPageIsLoggedOnce() throws IOException {
        write("error.html", "<p th:text=\"${title.length()}\">x</p>");
        var pages = pages();

        for (int i = 0; i < 10; i++) {
            pages.answer(Failure.sent(503, ""), Fixtures.request("text/html", "en"));
        }

        assertThat(failures).hasSize(1);
    }

    @Test
    void aBrokenPageDoesNotAffectOtherPages() throws IOException {
        write("503.html", "<p th:text=\"${title.length()}\">x</p>");
        write("5xx.html", "<p>class</p>");
        var pages = pages();

        assertThat(text(pages, 503)).contains("<h1>");
        assertThat(text(pages, 503)).isEqualTo("<p>class</p>");
        assertThat(text(pages, 500)).isEqualTo("<p>class</p>");
    }

    @Test
    void developersStillSeeTheDeveloperPage() throws IOException {
        write("error.html", "<p>any</p>");
        var pages = builder("mode", "development").build();

        assertThat(text(pages, 500)).contains("<h1 ").doesNotContain("<p>any</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "th:utext=\"${detail}\", th:text",
        "data-th-utext=\"${detail}\", data-th-text",
        "TH:UTEXT=\"${detail}\", th:text",
        "title=\"[(${detail})]\", [[…]]",
        "th:text=\"__${detail}__\", ${…}",
        "th:text=\"#{__#{page}__}\", #{…}",
    })
    void unescapedOutputStopsTheStart(String attribute, String allowed) throws IOException {
        write("error.html", "<p>\n<b " + attribute + ">x</b>");

        assertThatThrownBy(this::pages)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("error.html:2: ")
                .hasMessageEndingWith("allowed: " + allowed);
    }

    @Test
    void theNameOfABuiltInTemplateStopsTheStart() throws IOException {
        write("public.html", "<p>mine</p>");

        assertThatThrownBy(this::pages)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("public.html: the name public belongs to a built-in template");
    }

    @Test
    void aPageThatIsNotInUtf8StopsTheStart() throws IOException {
        Files.write(folder.resolve("error.html"), new byte[] {'<', 'p', '>', (byte) 0xfc});

        assertThatThrownBy(this::pages)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("not in UTF-8");
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private ErrorPages pages() {
        return builder().build();
    }

    private ErrorPages.Builder builder(String... settings) {
        var all = new HashMap<String, String>(Map.of("siteName", "Harbour Books"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return Fixtures.builder()
                .config(ErrorPagesConfig.from(all, CustomResources.in(ResourceFolder.at(folder))))
                .listener(new RecordingListener(failures));
    }

    private ErrorResponse answer(int status) {
        return pages().answer(Failure.sent(status, ""), Fixtures.request("text/html", "en"));
    }

    private ErrorResponse answer(Throwable thrown) {
        return pages().answer(Failure.thrown(thrown), Fixtures.request("text/html", "en"));
    }

    private Document page(int status) {
        return Jsoup.parse(answer(status).text());
    }

    private static String text(ErrorPages pages, int status) {
        var answer = pages.answer(Failure.sent(status, ""), Fixtures.request("text/html", "en"));
        return answer.text();
    }

    /** Records render failures and their messages. */
    private record RecordingListener(List<String> failures) implements IncidentListener {
        @Override
        public void onIncident(Incident incident) {}

        @Override
        public void onRenderFailure(Incident incident, RenderFailure failure) {
            var text = new StringBuilder();
            for (Throwable link = failure.reason(); link != null; link = link.getCause()) {
                text.append(link.getMessage()).append('\n');
            }
            failures.add(failure.name() + ": " + text);
        }
    }
}
