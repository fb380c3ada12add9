package org.errorpages.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.errorpages.container.WarFolder.setting;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.Servers;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests custom pages and messages in WEB-INF/errorpages and the language of users. */
@Tag("thorough")
final class CustomPagesIT {

    private static final String LISTENER =
            "<listener><listener-class>org.errorpages.servlet.ApplicationLanguage$Start</listener-class></listener>";
    private static final String PAGE = "<p th:replace=\"~{parts}\">x</p><h1 th:text=\"${title}\">Closed</h1>";

    @RegisterExtension
    static final Servers SERVERS = Servers.of(CustomPagesIT::war);

    private static WarFolder war(Path folder) {
        var service = ApplicationLanguage.service();
        return WarFolder.with(folder, LISTENER + setting("themeAccent", "#00695c"))
                .file(service[0], service[1])
                .file("WEB-INF/errorpages/503.html", PAGE)
                .file("WEB-INF/errorpages/parts.html", "<i>our shop</i>")
                .file("WEB-INF/errorpages/501.html", "<p th:text=\"${title.length()}\">x</p>")
                .file("WEB-INF/errorpages/messages.en.properties", "code.503.title = The shop is being restocked\n");
    }

    @ParameterizedTest
    @EnumSource
    void customPageAndMessagesAreShown(Container container) {
        var answer = get(container, "/fail/send503", "Accept", "text/html", "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("<i>our shop</i><h1>The shop is being restocked</h1>");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'self'");
    }

    @ParameterizedTest
    @EnumSource
    void ourPageHasTheColoursOfTheTheme(Container container) {
        assertThat(get(container, "/fail/bug", "Accept", "text/html").body())
                .contains(":root{--accent:#00695c;", "<h1>Something went wrong on our side</h1>");
    }

    @ParameterizedTest
    @EnumSource
    void ourPageIsShownForACustomPageThatFails(Container container) throws Exception {
        try (var log = CapturedLog.open()) {
            var answer = SERVERS.on(container).send("BREW", "/ok", "Accept", "text/html", "Accept-Language", "en");

            assertThat(answer.statusCode()).isEqualTo(501);
            assertThat(answer.body()).contains("<h1>This is not supported here</h1>");
            assertThat(log.settle().stackTraces()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFolderIsNotServed(Container container) {
        for (var path : new String[] {"/WEB-INF/errorpages/503.html", "/WEB-INF/errorpages/", "/errorpages/503.html"}) {
            assertThat(get(container, path, "Accept", "text/html").statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLanguageOfTheApplicationPrecedesThatOfTheBrowser(Container container) {
        assertThat(language(container, "Cookie", "language=ko")).isEqualTo("ko");
        assertThat(language(container, "X-Profile", "pt-PT")).isEqualTo("pt");
        assertThat(language(container, "X-Profile", "locale")).isEqualTo("ko");
    }

    @ParameterizedTest
    @EnumSource
    void aLanguageWithoutTextsIsIgnored(Container container) {
        assertThat(language(container, "Cookie", "language=xx")).isEqualTo("de");
        assertThat(language(container, "Cookie", "language=../../etc/passwd")).isEqualTo("de");
        assertThat(language(container, "X-Profile", "")).isEqualTo("de");
    }

    @ParameterizedTest
    @EnumSource
    void aFailingLanguageProviderIsIgnored(Container container) {
        assertThat(language(container, "Cookie", "language=" + ApplicationLanguage.BROKEN))
                .isEqualTo("de");
    }

    @ParameterizedTest
    @EnumSource
    void aScriptThatReplacesAnElementGetsAFragment(Container container) {
        assertThat(get(container, "/fail/bug", "Accept", "text/html", "HX-Request", "true")
                        .body())
                .startsWith("<section class=\"errorpages\"");
    }

    @Test
    void foldersMayBeOutsideTheApplication(@TempDir Path folder, @TempDir Path outside) throws Exception {
        Files.writeString(outside.resolve("error.html"), "<p>from elsewhere</p>");
        var war = WarFolder.with(
                        folder, setting("templates", outside.toUri().toString()) + setting("messages", "/texts"))
                .file("texts/messages.en.properties", "code.500.title = Oh\n");

        try (var server = Container.JETTY_12_1.serve(war)) {
            assertThat(server.get("/fail/bug", "Accept", "text/html").body()).isEqualTo("<p>from elsewhere</p>");
            assertThat(server.get("/fail/bug", "Accept", "text/plain").body()).contains(": Oh");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "templates, /nowhere/, templates = '/nowhere/' isn't a folder of the application; allowed: a path such as",
        "messages, /WEB-INF/../../etc, messages = '/WEB-INF/../../etc' isn't a folder of the application",
        "templates, pages, templates = 'pages' isn't a folder of the application",
        "themeAccent, #eeeeee, themeAccent #eeeeee on themeBackground #fcfcfa has a contrast of 1.",
    })
    void anInvalidSettingPreventsTheStart(String key, String value, String message, @TempDir Path folder) {
        var war = WarFolder.with(folder, setting(key, value));

        assertThatThrownBy(() -> Container.JETTY_12_1.serve(war).close())
                .hasStackTraceContaining("errorpages: " + message);
    }

    @Test
    void anInvalidMessagePreventsTheStartWithFileAndLine(@TempDir Path folder) {
        var war = WarFolder.with(folder, "").file("WEB-INF/errorpages/messages.en.properties", "\ntodo.chek = x\n");

        assertThatThrownBy(() -> Container.JETTY_12_1.serve(war).close())
                .hasStackTraceContaining("/WEB-INF/errorpages/messages.en.properties:2: unknown key 'todo.chek'");
    }

    private static String language(Container container, String header, String value) {
        var answer = get(container, "/fail/bug", "Accept", "text/html", "Accept-Language", "de", header, value);
        return answer.headers().firstValue("Content-Language").orElse("");
    }

    private static HttpResponse<String> get(Container container, String path, String... headers) {
        return SERVERS.on(container).get(path, headers);
    }
}
