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
import org.errorpages.i18n.MessagesLoader;
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
 * Tests the exported files in a real gateway in front of failing servers.
 *
 * <p>The tests are skipped if the gateway isn't installed, except in CI if the gateway is required.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GatewayContract {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private @Nullable URI gateway;

    /** Returns the path of the executable. */
    abstract Path program();

    /** Returns whether CI requires the gateway. */
    abstract boolean requiredInCi();

    /** Returns the configuration that includes the exported files. */
    abstract String configuration(GatewayEnvironment surroundings) throws Exception;

    /** Returns the command that starts the gateway in the foreground. */
    abstract List<String> command(Path configuration);

    /** Returns the status for a server that is down. */
    abstract int dead();

    /** Returns the status for a server that never responds. */
    abstract int silent();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        if (!Files.isExecutable(program())) {
            assertThat(requiredInCi() && System.getenv("CI") != null)
                    .as("no " + program() + ", but the exported files must be tried in CI")
                    .isFalse();
            return;
        }
        // A gateway started by root changes to another user, who must be able to read the pages.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var pages = folder.resolve("pages");
        new ExportCommand(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run(List.of(pages.toString(), "siteName=Harbour Books", "contact=help@example.test"));
        var upstreams = new FailingUpstreams();
        open.push(upstreams);
        var surroundings = new GatewayEnvironment(GatewayProcess.freePort(), folder, pages, upstreams);
        var configuration = Files.writeString(folder.resolve("gateway.conf"), configuration(surroundings));
        open.push(GatewayProcess.start(command(configuration), surroundings.port(), folder));
        gateway = URI.create("http://127.0.0.1:" + surroundings.port());
    }

    /** Runs before each test, so that each is reported as skipped. */
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
                // Extensions that httpd may interpret as a script, an archive or a charset.
                "pl                      | pl",
                "sw                      | en",
                "sw, ko;q=0.5            | ko",
                "kok                     | en",
                "*                       | en"
            })
    void thePageHasTheRequestedLanguage(String range, String tag) throws Exception {
        var response = ask(request("/").header("Accept-Language", range));

        assertIsPage(response, dead(), tag);
    }

    @Test
    void thePageHasTheDefaultLanguageWithoutAcceptLanguage() throws Exception {
        assertIsPage(ask(request("/")), dead(), "en");
    }

    @Test
    void aSilentUpstreamGetsAPage() throws Exception {
        assertIsPage(ask(request("/silent").header("Accept-Language", "ko")), silent(), "ko");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void everyMethodGetsThePage(String method) throws Exception {
        var request = request("/").header("Accept-Language", "ko").method(method, BodyPublishers.ofString("a=b"));

        assertIsPage(ask(request), dead(), "ko");
    }

    @Test
    void headGetsNoBody() throws Exception {
        var response = ask(request("/").header("Accept-Language", "ko").method("HEAD", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(dead());
        assertThat(response.headers().firstValue("Content-Language")).hasValue("ko");
        assertThat(response.body()).isEmpty();
    }

    /** Conditions and ranges refer to the requested page, not to the error page. */
    @Test
    void conditionalAndRangeRequestsGetTheWholePage() throws Exception {
        var response = ask(request("/")
                .header("If-None-Match", "*")
                .header("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")
                .header("Range", "bytes=0-3"));

        assertIsPage(response, dead(), "en");
        assertThat(response.headers().map()).doesNotContainKeys("ETag", "Content-Range");
    }

    @Test
    void anErrorPageOfTheApplicationPassesUnchanged() throws Exception {
        var response = ask(request("/app").header("Accept-Language", "ko"));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo(FailingUpstreams.APPLICATION_PAGE);
    }

    @Test
    void thePagesCannotBeRequestedDirectly() throws Exception {
        var response = ask(request("/errorpages-static/502.ko.html"));

        assertThat(response.statusCode()).isGreaterThanOrEqualTo(400);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(Objects.requireNonNull(gateway).resolve(path));
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static void assertIsPage(HttpResponse<String> response, int status, String tag) throws Exception {
        var page = Jsoup.parse(response.body());
        var title = messages(tag).forStatus(status, "title");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(page.select("html").attr("lang")).isEqualTo(tag);
        assertThat(page.title()).isEqualTo(title + " – Harbour Books");
        assertThat(page.select("dl").text()).endsWith(" " + status);
        assertThat(page.select("ol.hops > li.failed").attr("class")).isEqualTo("application failed");
        assertHasField(response, "Content-Type", "text/html; charset=utf-8");
        assertHasField(response, "Content-Language", tag);
        assertHasField(response, "Vary", "Accept-Language");
        assertHasField(response, "Cache-Control", "no-store");
        assertHasField(response, "X-Content-Type-Options", "nosniff");
        assertHasField(response, "X-Robots-Tag", "noindex");
        assertHasField(response, "Referrer-Policy", "no-referrer");
        assertHasField(
                response,
                "Content-Security-Policy",
                "default-src 'none'; style-src 'sha256-"
                        + hash(page.expectFirst("style").data())
                        + "'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    private static void assertHasField(HttpResponse<String> response, String name, String value) {
        assertThat(response.headers().allValues(name)).as(name).containsExactly(value);
    }

    private static Messages messages(String tag) {
        return SupportedLocales.of(MessagesLoader.builtIn(), List.of(tag), tag).fallback();
    }

    private static String hash(String style) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
