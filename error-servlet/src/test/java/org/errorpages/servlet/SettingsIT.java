package org.errorpages.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.errorpages.container.WarFolder.setting;

import java.nio.file.Path;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests settings in web.xml. */
@Tag("thorough")
final class SettingsIT {

    private static final String FILTER =
            """
            <filter>
              <filter-name>mine</filter-name>
              <filter-class>org.errorpages.servlet.ErrorPageFilter</filter-class>
              <async-supported>true</async-supported>
              <init-param><param-name>siteName</param-name><param-value>From the filter</param-value></init-param>
            </filter>
            <filter-mapping>
              <filter-name>mine</filter-name>
              <url-pattern>/*</url-pattern>
              <dispatcher>REQUEST</dispatcher>
              <dispatcher>ASYNC</dispatcher>
              <dispatcher>ERROR</dispatcher>
            </filter-mapping>
            """;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void aContextParameterIsRead(Container container) throws Exception {
        var war = WarFolder.with(folder, setting("siteName", "From the context"));

        try (var server = container.serve(war)) {
            assertThat(server.get("/fail/bug").body()).contains("From the context");
            assertThat(server.get("/fail/send503").body()).contains("From the context");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFilterInWebXmlOverridesTheContextAndRunsOnce(Container container) throws Exception {
        var war = WarFolder.with(folder, setting("siteName", "From the context") + FILTER);

        try (var server = container.serve(war)) {
            assertThat(server.get("/fail/bug").body()).contains("From the filter");
            assertThat(server.get("/fail/send503").body()).contains("From the filter");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownSettingPreventsTheStart(Container container) {
        var war = WarFolder.with(folder, setting("sitename", "x"));

        assertThatThrownBy(() -> container.serve(war).close()).isInstanceOf(Exception.class);
    }

    @Test
    void aRejectedStartNamesTheLikelyKey() {
        var war = WarFolder.with(folder, setting("sitename", "x"));

        assertThatThrownBy(() -> Container.JETTY_12_1.serve(war).close())
                .hasStackTraceContaining("errorpages: unknown setting 'sitename'; did you mean 'siteName'?");
    }

    @Test
    void anInvalidErrorMapPreventsTheStartWithFileAndLine() {
        var war = WarFolder.with(folder, "")
                .file("WEB-INF/error-map.properties", "# ours\njava.lang.IllegalStateException = 200\n");

        assertThatThrownBy(() -> Container.JETTY_12_1.serve(war).close())
                .hasStackTraceContaining(
                        "/WEB-INF/error-map.properties:2: cannot read '200'; allowed: a status from 400");
    }

    @ParameterizedTest
    @EnumSource
    void developmentModeShowsDeveloperPagesToTheLocalMachineOnly(Container container) throws Exception {
        var war = WarFolder.with(folder, setting("mode", "development"));

        try (var server = container.serve(war)) {
            assertThat(server.get("/fail/bug").body()).contains("IllegalStateException", "secret inside");
            assertThat(server.get("/fail/bug", "X-Forwarded-For", "127.0.0.1").body())
                    .doesNotContain("IllegalStateException");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theErrorMapOfTheApplicationOverridesTheBuiltInOne(Container container) throws Exception {
        var war = WarFolder.with(folder, "")
                .file("WEB-INF/error-map.properties", "java.lang.IllegalStateException = 507\n");

        try (var server = container.serve(war)) {
            assertThat(server.get("/fail/bug").statusCode()).isEqualTo(507);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailingErrorPageKeepsTheStatusOfTheError(Container container) throws Exception {
        var war = WarFolder.with(
                folder, "<error-page><error-code>503</error-code><location>/own-page</location></error-page>");

        try (var server = container.serve(war)) {
            var response = server.get("/fail/send503");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).startsWith("<!doctype html>").doesNotContain("the error page failed itself");
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutAutoRegisterNoFilterIsRegistered(Container container) throws Exception {
        try (var server = container.serve(WarFolder.with(folder.resolve("on"), ""))) {
            assertThat(server.get("/ok").body()).contains("errorpages");
        }
        try (var server = container.serve(WarFolder.with(folder.resolve("off"), setting("autoRegister", "false")))) {
            assertThat(server.get("/ok").body()).doesNotContain("errorpages");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStartLogsOneLineWithTheActiveSettings(Container container) throws Exception {
        var war = WarFolder.with(
                folder,
                setting("statuses", "4xx,5xx")
                        + "<error-page><error-code>404</error-code><location>/ok</location></error-page>");

        try (var log = CapturedLog.open();
                var server = container.serve(war)) {
            server.get("/ok");

            assertThat(log.settle().text().lines().filter(line -> line.contains("errorpages: ")))
                    .containsExactly("INFO org.errorpages: errorpages: mode production, statuses 4xx,5xx,"
                            + " dispatch application-first, error pages of the application: 404");
        }
    }
}
