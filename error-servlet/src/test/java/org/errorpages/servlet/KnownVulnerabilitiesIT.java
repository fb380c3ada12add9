package org.errorpages.servlet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.container.WarFolder.setting;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.errorpages.container.Container;
import org.errorpages.container.Launcher;
import org.errorpages.container.Option;
import org.errorpages.container.RawClient;
import org.errorpages.container.RawResponse;
import org.errorpages.container.Servers;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that known vulnerabilities of other error pages don't occur in a real container. */
@Tag("thorough")
final class KnownVulnerabilitiesIT {

    private static final String INCIDENTS = "/errorpages/incidents";

    @RegisterExtension
    static final Servers DEVELOPMENT = Servers.of(folder -> WarFolder.with(folder, setting("mode", "development")));

    @RegisterExtension
    static final Servers PRODUCTION = Servers.of(folder -> WarFolder.with(folder, ""));

    @Test
    void noCommandIsRunAndNoReportLeavesTheServer() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.errorpages.servlet");
        for (var type : List.of(
                "java.lang.ProcessBuilder",
                "java.lang.Runtime",
                "java.io.FileOutputStream",
                "java.net.Socket",
                "java.net.HttpURLConnection",
                "java.net.http.HttpClient")) {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(type)
                    .check(classes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailedFetchLinksToItsIncident(Container container) {
        var server = DEVELOPMENT.on(container);
        var answer = server.get("/fail/bug", "Accept", "application/json");
        var path = link(answer);

        assertThat(path).startsWith(INCIDENTS + "/");
        assertThat(server.get(path, "Accept", "text/html").body()).contains("secret inside");
        assertThat(server.get(path, "Accept", "application/json").body()).isEqualTo(answer.body());
        assertThat(server.get(INCIDENTS, "Accept", "text/html").body()).contains(path);
        assertThat(server.get(path + "/public/ko", "Accept", "text/html"))
                .satisfies(preview -> assertThat(preview.statusCode()).isEqualTo(500))
                .satisfies(preview ->
                        assertThat(preview.body()).contains("lang=\"ko\"").doesNotContain("secret inside"));
        assertThat(server.send("HEAD", INCIDENTS).body()).isEmpty();
        assertThat(server.send("HEAD", INCIDENTS).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void postsToTheIncidentPathReachTheApplication(Container container) throws Exception {
        var server = DEVELOPMENT.on(container);
        var path = link(server.get("/fail/bug", "Accept", "text/plain"));
        for (var method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            for (var ours : List.of(INCIDENTS, path, path + "/public")) {
                assertNotFound(server, ours, method);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void strangersCannotSeeIncidents(Container container) throws Exception {
        var server = DEVELOPMENT.on(container);
        var path = link(server.get("/fail/bug", "Accept", "text/plain"));
        for (var header : List.of(
                "X-Forwarded-For: 127.0.0.1",
                "Forwarded: for=127.0.0.1",
                "X-Real-IP: 127.0.0.1",
                "Origin: http://evil.test",
                "Sec-Fetch-Site: cross-site")) {
            for (var ours : List.of(INCIDENTS, path, path + "/public/ko")) {
                assertSame(server, ours, "GET", header);
            }
        }
        var rebound = raw(server, "GET /fail/bug HTTP/1.1\r\nHost: evil.test\r\nAccept: text/html\r\n\r\n");
        assertThat(rebound.text()).doesNotContain("secret inside", "IllegalStateException");
        assertThat(rebound.header("Link")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void pagesOfOtherOriginsCannotSeeIncidents(Container container) {
        var server = DEVELOPMENT.on(container);
        var answer = server.get("/fail/bug", "Accept", "application/json", "Origin", "http://evil.test");

        assertThat(answer.body()).doesNotContain("secret inside", "IllegalStateException");
        for (var each : List.of(answer, server.get(INCIDENTS), server.get("/fail/bug"))) {
            assertThat(each.headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theContentSecurityPolicyOfTheApplicationIsKept(Container container) {
        var answer = DEVELOPMENT.on(container).get("/fail/policy", "Accept", "text/html");

        // Browsers enforce both, so that of the page can't weaken that of the application.
        assertThat(answer.body()).contains("secret inside");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .hasSize(2)
                .contains("frame-ancestors 'none'")
                .anySatisfy(policy -> assertThat(policy).startsWith("default-src 'none'"));
    }

    @ParameterizedTest
    @EnumSource
    void productionServesNoDeveloperTools(Container container) throws Exception {
        assertSame(PRODUCTION.on(container), INCIDENTS, "GET");
        assertThat(PRODUCTION.on(container).get("/fail/bug").headers().firstValue("Link"))
                .isEmpty();
    }

    @Test
    void theIncidentLinkWorksForEveryContextPath() throws Exception {
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var context = new ServletContextHandler("/shop");
        context.setInitParameter("errorpages.mode", "development");
        context.addServlet(Application.Failing.class, "/fail/*");
        context.addServletContainerInitializer(new ErrorPagesInitializer());
        server.setHandler(context);
        server.start();
        try {
            var shop = new TestServer(connector.getLocalPort(), new Elsewhere());
            var path = link(shop.get("/shop/fail/bug", "Accept", "text/plain"));

            assertThat(path).startsWith("/shop" + INCIDENTS + "/");
            assertThat(shop.get(path, "Accept", "text/plain").body()).contains("secret inside");
            assertThat(shop.get(INCIDENTS).statusCode()).isEqualTo(404);
        } finally {
            server.stop();
        }
    }

    /** The server is started and stopped by the test. */
    private static final class Elsewhere implements Launcher {
        @Override
        public int start(Path war, Set<Option> options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void undeploy() {}

        @Override
        public void stop() {}
    }

    /** A server may have its own page for a method, which repeats the request. */
    private static void assertNotFound(TestServer server, String ours, String method) throws Exception {
        try (var client = RawClient.to(server);
                var other = RawClient.to(server)) {
            var answer = client.send(method, ours, "Content-Length: 0");
            var expected = other.send(method, "/" + "x".repeat(ours.length() - 1), "Content-Length: 0");

            assertThat(answer.status()).as(method + " " + ours).isEqualTo(expected.status());
            assertThat(answer.text()).doesNotContain("secret inside");
        }
    }

    /** Our path gets the same response as a path that doesn't exist, except for the path itself. */
    private static void assertSame(TestServer server, String ours, String method, String... headers) throws Exception {
        var unknown = "/" + "x".repeat(ours.length() - 1);
        var lines = new java.util.ArrayList<>(List.of(headers));
        lines.add("Content-Length: 0");
        try (var client = RawClient.to(server);
                var other = RawClient.to(server)) {
            var answer = client.send(method, ours, lines.toArray(String[]::new));
            var expected = other.send(method, unknown, lines.toArray(String[]::new));

            assertThat(answer.status()).as(method + " " + ours).isEqualTo(expected.status());
            assertThat(readable(answer).replace(ours, unknown)).isEqualTo(readable(expected));
            assertThat(withoutDate(answer)).isEqualTo(withoutDate(expected));
        }
    }

    /** Tomcat escapes each slash. */
    private static String readable(RawResponse answer) {
        return answer.text().replace("&#47;", "/");
    }

    private static List<String> withoutDate(RawResponse answer) {
        return answer.headerLines().stream()
                .filter(line -> !line.startsWith("Date") && !line.startsWith("Content-Length"))
                .sorted()
                .toList();
    }

    private static RawResponse raw(TestServer server, String request) throws Exception {
        try (var client = RawClient.to(server)) {
            return client.send(request);
        }
    }

    private static String link(HttpResponse<String> answer) {
        var link = answer.headers().firstValue("Link").orElse("");
        return link.substring(link.indexOf('<') + 1, link.indexOf('>'));
    }
}
