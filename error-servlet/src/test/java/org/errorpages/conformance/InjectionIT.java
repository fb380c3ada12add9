package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.container.WarFolder.setting;

import java.util.List;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.RawResponse;
import org.errorpages.container.Servers;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that foreign text is harmless and internals stay hidden, in pages, headers and the log. */
@Tag("thorough")
final class InjectionIT {

    private static final String ASYNC = "<listener><listener-class>org.errorpages.conformance.ApplicationAsync$Start"
            + "</listener-class></listener>";
    private static final String PAGE_THAT_FAILS =
            "<error-page><error-code>507</error-code><location>/hygiene/bug</location></error-page>";

    private static final List<String> EVERY_WAY = List.of(
            "/hygiene/bug",
            "/hygiene/slow",
            "/hygiene/send",
            "/hygiene/send507",
            "/hygiene/forward",
            "/hygiene/include",
            "/hygiene/committed",
            "/hygiene/split",
            "/fail/wrapped",
            "/fail/error",
            "/fail/overflow",
            "/broken-start",
            "/async/dispatch",
            "/async/started-bug",
            "/async/timeout",
            "/async/timeout-committed",
            "/async/thread-bug",
            "/async/send",
            "/unsupported-servlet");

    @RegisterExtension
    static final Servers SERVERS =
            Servers.of(folder -> WarFolder.with(folder, SideEffectsIT.START + ASYNC + PAGE_THAT_FAILS));

    @RegisterExtension
    static final Servers BY_CONTAINER = Servers.of(
            folder -> WarFolder.with(folder, SideEffectsIT.START + ASYNC + setting("dispatch", "container")));

    @RegisterExtension
    static final Servers DEVELOPMENT =
            Servers.of(folder -> WarFolder.with(folder, SideEffectsIT.START + setting("mode", "development")));

    private static final String OUR_SCRIPT = "<script>\"use strict\";\n(() => {\n  const root";

    @Case(90)
    void foreignMarkupIsEscaped(Container container) {
        for (var server : List.of(SERVERS.on(container), DEVELOPMENT.on(container))) {
            for (var path : List.of("/hygiene/markup", "/hygiene/markup-sent")) {
                for (var form : List.of("text/html", "application/json", "application/xml", "text/plain")) {
                    assertNoMarkup(form, attack(server, path + "/%3Cscript%3Ealert(1)?q=%3Cscript%3Ealert(2)", form));
                    // Some containers reject this request themselves.
                    assertNoMarkup(form, attack(server, path + "?q=<script>alert(3)", form));
                }
            }
        }
        var seen = attack(DEVELOPMENT.on(container), "/hygiene/markup", "text/html");
        assertThat(seen.text()).contains("&lt;script&gt;alert(", "&lt;script&gt;alert(4)");
    }

    private static RawResponse attack(TestServer server, String target, String form) {
        return Requests.get(
                server,
                target,
                "Accept: " + form,
                "X-Evil: <script>alert(4)</script>",
                "User-Agent: \"><script>alert(5)</script>");
    }

    private static void assertNoMarkup(String form, RawResponse answer) {
        assertThat(answer.status()).as(answer.toString()).isGreaterThanOrEqualTo(400);
        assertThat(answer.headerLines()).noneMatch(line -> line.contains("script>alert"));
        if (!answer.header("Content-Type").orElse("").startsWith("text/plain")) {
            assertThat(withoutOwnScript(answer.text())).as(form).doesNotContain("<script");
        }
    }

    /** The developer page has one script, our own. */
    private static String withoutOwnScript(String page) {
        int ours = page.indexOf(OUR_SCRIPT);
        return ours < 0 ? page : page.substring(0, ours) + page.substring(ours + OUR_SCRIPT.length());
    }

    @Case(91)
    void noFailureRevealsInternals(Container container) {
        for (var server : List.of(SERVERS.on(container), BY_CONTAINER.on(container))) {
            for (var path : EVERY_WAY) {
                for (var method : List.of("GET", "PUT")) {
                    var answer = Requests.send(method, server, path, "Content-Length: 0");

                    assertThat(answer.statusLine()).as(path).isNotEmpty();
                    ShownPage.assertRevealsNothing(answer);
                }
            }
        }
        var beforeUs = Requests.get(SERVERS.on(container), "/listener-bug");
        assertThat(beforeUs.text().contains("secret") ? "the exception of a request listener" : "nothing")
                .isEqualTo(Differences.expected(91, container, "nothing"));
    }

    @Case(92)
    void lineBreaksInAMessageStartNeitherAHeaderNorALogLine(Container container) throws Exception {
        var server = SERVERS.on(container);
        for (var path : List.of(
                "/hygiene/split", "/hygiene/split-sent", "/hygiene/split-header", "/hygiene/bug/%0D%0AEVIL%20begins")) {
            try (var log = CapturedLog.open()) {
                var answer = Requests.get(server, path);

                assertThat(answer.status()).isIn(500, 503, 400);
                assertThat(answer.headers("Set-Cookie")).isEmpty();
                assertThat(answer.headerLines()).noneMatch(line -> line.startsWith("EVIL"));
                assertThat(answer.text()).doesNotContain("\nEVIL", "evil=1");
                // Some containers reject the path themselves.
                assertThat(ShownPage.incidents(log.settle()))
                        .hasSize(answer.status() == 400 ? 0 : 1)
                        .allSatisfy(each -> assertThat(each.getMessage()).doesNotContain("\r", "\n"));
            }
        }
    }
}
