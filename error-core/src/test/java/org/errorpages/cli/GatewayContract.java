package org.errorpages.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.errorpages.i18n.Messages;
import org.errorpages.i18n.SupportedLocales;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a real gateway does with the exported files, in front of servers that fail.
 *
 * <p>Where the gateway is not installed the tests are skipped; in CI those of a gateway that it requires fail.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GatewayContract {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private @Nullable URI gateway;

    /** Returns where the gateway's program is. */
    abstract Path program();

    /** Returns whether CI fails without it. */
    abstract boolean requiredInCi();

    /** Returns the configuration that includes the exported files. */
    abstract String configuration(Surroundings surroundings) throws Exception;

    /** Returns how it is started in the foreground. */
    abstract List<String> command(Path configuration);

    /** Returns the status that it answers for a server that is dead. */
    abstract int dead();

    /** Returns the status that it answers for a server that never does. */
    abstract int silent();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        if (!Files.isExecutable(program())) {
            assertThat(requiredInCi() && System.getenv("CI") != null)
                    .as("no " + program() + ", but the exported files must be tried in CI")
                    .isFalse();
            return;
        }
        // A gateway that is started by root becomes somebody else, who has to read the pages.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var pages = folder.resolve("pages");
        new ExportCommand(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run(List.of(pages.toString(), "siteName=Harbour Books", "contact=help@example.test"));
        var upstreams = new FailingUpstreams();
        open.push(upstreams);
        var surroundings = new Surroundings(GatewayProcess.freePort(), folder, pages, upstreams);
        var configuration = Files.writeString(folder.resolve("gateway.conf"), configuration(surroundings));
        open.push(GatewayProcess.start(command(configuration), surroundings.port(), folder));
        gateway = URI.create("http://127.0.0.1:" + surroundings.port());
    }

    /** Before each one, so that the reports say so of each one. */
    @BeforeEach
    void skipWithoutGateway() {
        assumeTrue(gateway != null, "no " + program() + ", so the files for it are not tried");
    }

    @AfterAll
    void stop() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko                      | ko",
                "KO-kr                   | ko",
                "ko-KR,ko;q=0.9,en;q=0.8 | ko",
                "en                      | en",
                "zh-TW                   | zh-Hant",
                "zh-Hant-HK              | zh-Hant",
                "zh-CN, en;q=0.5         | zh-Hans",
                "pt-BR                   | pt-BR",
                "pt-PT                   | pt",
                "no-NO                   | nb",
                "iw                      | he",
                // Extensions that configurations of httpd take for a script, an archive, a charset.
                "pl                      | pl",
                "sw                      | en",
                "sw, ko;q=0.5            | ko",
                "kok                     | en",
                "*                       | en"
            })
    void pageIsInTheLanguageOfTheWish(String wish, String tag) throws Exception {
        var answer = ask(request("/").header("Accept-Language", wish));

        assertIsPage(answer, dead(), tag);
    }

    @Test
    void pageIsInTheDefaultLanguageWithoutAWish() throws Exception {
        assertIsPage(ask(request("/")), dead(), "en");
    }

    @Test
    void serverThatNeverAnswersHasItsPageToo() throws Exception {
        assertIsPage(ask(request("/silent").header("Accept-Language", "ko")), silent(), "ko");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void methodMakesNoDifference(String method) throws Exception {
        var request = request("/").header("Accept-Language", "ko").method(method, BodyPublishers.ofString("a=b"));

        assertIsPage(ask(request), dead(), "ko");
    }

    @Test
    void headIsAnsweredWithoutABody() throws Exception {
        var answer = ask(request("/").header("Accept-Language", "ko").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(dead());
        assertThat(answer.headers().firstValue("Content-Language")).hasValue("ko");
        assertThat(answer.body()).isEmpty();
    }

    /** Conditions and ranges are about the page that was asked for, not about the one that says why it is not there. */
    @Test
    void conditionsAndRangesAreNotThoseOfThePage() throws Exception {
        var answer = ask(request("/")
                .header("If-None-Match", "*")
                .header("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")
                .header("Range", "bytes=0-3"));

        assertIsPage(answer, dead(), "en");
        assertThat(answer.headers().map()).doesNotContainKeys("ETag", "Content-Range");
    }

    @Test
    void pageOfTheApplicationPassesAsItIs() throws Exception {
        var answer = ask(request("/app").header("Accept-Language", "ko"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo(FailingUpstreams.OWN_PAGE);
    }

    @Test
    void nobodyReadsThePagesAsIfAllWereWell() throws Exception {
        var answer = ask(request("/errorpages-static/502.ko.html"));

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(Objects.requireNonNull(gateway).resolve(path));
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static void assertIsPage(HttpResponse<String> answer, int status, String tag) throws Exception {
        var page = Jsoup.parse(answer.body());
        var title = messages(tag).ofStatus(status, "title");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(page.select("html").attr("lang")).isEqualTo(tag);
        assertThat(page.title()).isEqualTo(title + " – Harbour Books");
        assertThat(page.select("dl").text()).endsWith(" " + status);
        assertThat(page.select("ol.hops > li.failed").attr("class")).isEqualTo("application failed");
        assertHasField(answer, "Content-Type", "text/html; charset=utf-8");
        assertHasField(answer, "Content-Language", tag);
        assertHasField(answer, "Vary", "Accept-Language");
        assertHasField(answer, "Cache-Control", "no-store");
        assertHasField(answer, "X-Content-Type-Options", "nosniff");
        assertHasField(answer, "X-Robots-Tag", "noindex");
        assertHasField(answer, "Referrer-Policy", "no-referrer");
        assertHasField(
                answer,
                "Content-Security-Policy",
                "default-src 'none'; style-src 'sha256-"
                        + hash(page.expectFirst("style").data())
                        + "'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    private static void assertHasField(HttpResponse<String> answer, String name, String value) {
        assertThat(answer.headers().allValues(name)).as(name).containsExactly(value);
    }

    private static Messages messages(String tag) {
        return SupportedLocales.of(List.of(tag), tag).fallback();
    }

    private static String hash(String style) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
