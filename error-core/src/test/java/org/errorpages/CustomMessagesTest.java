package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.resource.ResourceFolder;
import org.errorpages.status.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests custom texts in built-in and custom languages. */
final class CustomMessagesTest {

    @TempDir
    private Path folder;

    @Test
    void aCustomTextReplacesTheBuiltInOne() throws IOException {
        write("en", "code.503.title = The shop is closed");

        assertThat(text("en", 503)).contains("503 Service Unavailable: The shop is closed");
        assertThat(text("en", 500)).contains("Something went wrong on our side");
        assertThat(text("ko", 503)).contains("지금은 서비스를 이용할 수 없습니다");
    }

    @Test
    void aStatusWithoutBuiltInTextsCanGetSome() throws IOException {
        write(
                "en",
                "code.418.title = I am a teapot\ncode.418.what = Short and stout.\ncode.418.todo = Try again {retry}.");

        assertThat(text("en", 418)).contains("I am a teapot", "Short and stout.", "Try again in a few minutes.");
    }

    @Test
    void aNewLanguageIsNegotiatedLikeABuiltInOne() throws IOException {
        write("eo", esperanto());

        assertThat(text("eo, en;q=0.5", 503)).contains("EO The service is not available right now");
        assertThat(text("eo-XX", 503)).contains("EO The service is not available right now");
    }

    @Test
    void aNewLanguageMayBeTheDefault() throws IOException {
        write("eo", esperanto());

        assertThat(pages("defaultLocale", "eo")
                        .answer(Failure.sent(503, ""), Fixtures.request("text/plain", "sw"))
                        .text())
                .contains("EO The service is not available right now");
    }

    @Test
    void aNewLanguageNeedsEveryKey() throws IOException {
        write("eo", "dir = ltr\ncode.503.title = Fermita");

        assertThatThrownBy(this::pages)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("messages.eo.properties: a new language needs every key; missing: ")
                .hasMessageContaining(" more");
    }

    @Test
    void customTemplatesCanUseCustomKeys() throws IOException {
        write("en", "shop.hotline = Call us: 123");
        write("ko", "shop.hotline = 전화: 123");
        Files.writeString(folder.resolve("error.html"), "<p th:text=\"#{shop.hotline}\">x</p>");

        assertThat(html("ko")).isEqualTo("<p>전화: 123</p>");
        assertThat(html("en")).isEqualTo("<p>Call us: 123</p>");
    }

    @Test
    void aLanguageWithoutTheKeyUsesTheDefaultLanguage() throws IOException {
        write("en", "shop.hotline = Call us: 123");
        Files.writeString(folder.resolve("error.html"), "<p th:text=\"#{shop.hotline}\">x</p>");

        assertThat(html("de")).isEqualTo("<p>Call us: 123</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "todo.chek = x | :1: unknown key 'todo.chek'; allowed: todo.check, todo.contact, todo.quote",
                "code.503.titel = x | :1: unknown key 'code.503.titel'; allowed: code.NNN.title, what, todo or state",
                "code.303.title = x | :1: unknown key 'code.303.title'",
                "code.503.title = | :1: 'code.503.title' needs a text of 1 to 2000 characters on one line",
                "code.503.title = a\\nb | :1: 'code.503.title' needs a text of 1 to 2000 characters on one line",
                "code.503.title = at {time} | :1: 'code.503.title' has no placeholder {time}; allowed: no braces",
                "code.503.todo = wait {minutes} | :1: 'code.503.todo' has no placeholder {minutes}; allowed: {retry}",
                "code.503.todo = wait {retry | :1: 'code.503.todo' has no placeholder {; allowed: {retry}",
                "dir = left | :1: dir = 'left' is not allowed; allowed: ltr, rtl",
            })
    void anInvalidTextStopsTheStart(String line, String message) throws IOException {
        write("en", line);

        assertThatThrownBy(this::pages)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("messages.en.properties" + message);
    }

    @Test
    void theErrorMessageNamesTheLine() throws IOException {
        write("en", "# texts of the shop\n\ncode.503.title = Closed\ntodo.chek = x");

        assertThatThrownBy(this::pages).hasMessageContaining("messages.en.properties:4: unknown key 'todo.chek'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EN", "en_US", "iw", "x", "-", "..en"})
    void anInvalidLanguageTagStopsTheStart(String tag) throws IOException {
        write(tag, "code.503.title = Closed");

        assertThatThrownBy(this::pages)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + tag + "' isn't a language tag; allowed: one such as ");
    }

    @Test
    void aFileThatIsNotInUtf8StopsTheStart() throws IOException {
        Files.write(
                folder.resolve("messages.fr.properties"),
                "code.503.title = Fermé".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(this::pages).hasMessageEndingWith("messages.fr.properties: not in UTF-8");
    }

    @Test
    void anInvalidEscapeStopsTheStart() throws IOException {
        write("en", "code.503.title = \\u12");

        assertThatThrownBy(this::pages).hasMessageContaining("messages.en.properties: not a properties file: ");
    }

    @Test
    void markupInATextIsEscaped() throws IOException {
        write("en", "code.503.title = <b>Closed</b> & gone");

        assertThat(html("en")).contains("&lt;b&gt;Closed&lt;/b&gt; &amp; gone").doesNotContain("<b>");
    }

    /** Returns all English texts with a prefix, as those of a new language. */
    private static String esperanto() {
        return "dir = ltr\n"
                + SupportedLocales.builtIn().fallback().keys().stream()
                        .filter(key -> !key.equals("dir") && !key.startsWith("dev."))
                        .map(key -> key + " = EO "
                                + SupportedLocales.builtIn().fallback().get(key))
                        .collect(Collectors.joining("\n"));
    }

    private void write(String tag, String texts) throws IOException {
        Files.writeString(folder.resolve("messages." + tag + ".properties"), texts);
    }

    private ErrorPages pages(String... setting) {
        var settings = setting.length == 0 ? Map.<String, String>of() : Map.of(setting[0], setting[1]);
        return Fixtures.builder()
                .config(ErrorPagesConfig.from(settings, CustomResources.in(ResourceFolder.at(folder))))
                .build();
    }

    private String text(String language, int status) {
        var answer = pages().answer(Failure.sent(status, ""), Fixtures.request("text/plain", language));
        return answer.text();
    }

    private String html(String language) {
        var answer = pages().answer(Failure.sent(503, ""), Fixtures.request("text/html", language));
        return answer.text();
    }
}
