package org.errorpages.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.errorpages.describe.ReportFactory;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.render.ResponseHeaders;
import org.errorpages.render.html.HtmlRenderer;
import org.errorpages.status.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GatewayConfigurationsTest {

    private static final ExportOptions EXPORT = TestExports.shop();
    private static final Map<String, String> FILES = GatewayConfigurations.of(EXPORT, ExportedPage.of(EXPORT));
    private static final String NGINX = "nginx-http.conf";

    @ParameterizedTest
    @ValueSource(strings = {NGINX, "httpd.conf", "Caddyfile", "haproxy/languages.map"})
    void everyLanguageIsSelectedByItsTagAndAliases(String file) {
        var lines = file(file)
                .lines()
                .map(line -> line.replaceAll("[\"^$;]|~\\(\\?i\\)", ""))
                .toList();

        EXPORT.config().supportedLocales().tagsByRange().forEach((range, tag) -> assertThat(lines)
                .filteredOn(line -> line.matches("(.*\\s)?" + range + " (errorpages_language=)?" + tag))
                .as(range + " in " + file)
                .hasSize(1));
        assertThat(EXPORT.config().supportedLocales().tagsByRange().values())
                .containsAll(SupportedLocales.builtIn().tags());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx-server.conf", "httpd.conf", "Caddyfile", "haproxy.cfg"})
    void thePagesHaveTheHeaderFieldsOfTheApplication(String file) {
        var renderer = HtmlRenderer.builtIn();
        var report = new ReportFactory(EXPORT.config().site(), List.of())
                .previewFor(new Status(502), EXPORT.config().supportedLocales().fallback());
        var fields = ResponseHeaders.of(report, renderer, List.of("Accept"));
        var text = file(file).replaceAll("[\"]", "");

        assertThat(text).contains("Content-Language", "Vary Accept-Language");
        fields.forEach((name, value) -> {
            if (!List.of("Content-Type", "Content-Language", "Vary").contains(name)) {
                assertThat(text).contains(name + " " + value);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx-server.conf", "httpd.conf"})
    void everyCodeHasAPage(String file) {
        for (int code : EXPORT.codes()) {
            assertThat(file(file)).containsPattern("(?m)^(error_page|ErrorDocument) " + code + " .*" + code + "\\.");
        }
    }

    @Test
    void haproxyGetsOnlyTheCodesThatItSupports() {
        assertThat(file("haproxy.cfg")
                        .lines()
                        .filter(line -> line.startsWith("http-error"))
                        .map(line -> line.substring("http-error status ".length(), "http-error status 502".length())))
                .containsExactly("500", "501", "502", "503", "504");
        assertThat(file("haproxy/heads.map").lines())
                .hasSize(5 * 40)
                .allMatch(line -> line.matches("50[0-4]\\.\\S+ <!doctype.*"));
        assertThat(file("haproxy/bodies.map").lines()).hasSize(5 * 40).allMatch(line -> line.endsWith("</html>"));
    }

    /** Supported versions read lines of up to 2048 characters, and lines of maps up to a buffer of 16 KB. */
    @Test
    void theLinesFitInTheBuffersOfHaproxy() {
        assertThat(file("haproxy.cfg").lines()).allMatch(line -> line.length() < 2_000);
        assertThat(file("haproxy/bodies.map").lines()).allMatch(line -> line.length() < 5_000);
    }

    @Test
    void everyFileIsUnderTheRootAndNoPlaceholderIsLeft() {
        FILES.forEach((name, text) -> {
            assertThat(text).as(name).doesNotContainPattern("@[a-z]+@").doesNotContain("target/pages");
            assertThat(text).endsWith("\n");
        });
        assertThat(FILES.entrySet().stream()
                        .filter(file -> file.getValue().contains("/srv/errorpages"))
                        .map(Map.Entry::getKey))
                .contains("nginx-http.conf", "nginx-server.conf", "httpd.conf", "haproxy.cfg", "Caddyfile");
    }

    @Test
    void aConfigurationContainsOnlyTheOfferedLanguages() {
        var export = TestExports.shop("locales=en,ko", "defaultLocale=ko", "codes=502");
        var files = GatewayConfigurations.of(export, ExportedPage.of(export));

        assertThat(files.get(NGINX))
                .contains("(?<errorpages_range>en|ko)", "default ko;")
                .doesNotContain("zh-", "pt-br");
        assertThat(files.get("haproxy.cfg"))
                .contains("language(en;ko,none)", "str(ko)")
                .doesNotContain("status 504");
        assertThat(files.get("Caddyfile")).contains("default ko").doesNotContain("zh-", "pt-br");
        assertThat(files.get("httpd.conf")).contains("errorpages_language=ko").doesNotContain("zh", "504");
    }

    private static String file(String name) {
        return FILES.getOrDefault(name, "");
    }
}
