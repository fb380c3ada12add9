package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.container.WarFolder.setting;

import java.util.List;
import org.errorpages.container.Container;
import org.errorpages.container.RawResponse.End;
import org.errorpages.container.Servers;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that sendError gets a page and setStatus belongs to the application. */
final class SentErrorsIT {

    private static final String ELEMENTS =
            """
            <listener>
              <listener-class>org.errorpages.conformance.ApplicationSentErrors$Start</listener-class>
            </listener>
            <error-page>
              <error-code>507</error-code>
              <location>/sending-page</location>
            </error-page>
            """;

    @RegisterExtension
    static final Servers SERVERS = Servers.of(folder -> WarFolder.with(folder, ELEMENTS));

    @RegisterExtension
    static final Servers DEVELOPERS =
            Servers.of(folder -> WarFolder.with(folder, ELEMENTS + setting("mode", "development")));

    @RegisterExtension
    static final Servers WIDER = Servers.of(folder ->
            WarFolder.with(folder, ELEMENTS + setting("statuses", "4xx,5xx") + setting("fillEmptyErrors", "true")));

    private static Exchange get(Container container, String path) throws Exception {
        return Exchange.get(SERVERS.on(container), path);
    }

    private static Exchange getWithClientErrors(Container container, String path) throws Exception {
        return Exchange.get(WIDER.on(container), path);
    }

    @Case(18)
    void sendErrorRendersAPageWithItsStatus(Container container) throws Exception {
        get(container, "/send/503").showsPage(503).isLoggedOnceWithoutStack();
    }

    @Case(19)
    void theMessageOfSendErrorIsShownToDevelopersOnlyAndEscaped(Container container) throws Exception {
        var shown = get(container, "/send/markup").showsPage(503);
        var developed = Exchange.get(DEVELOPERS.on(container), "/send/markup");

        assertThat(shown.answer().text()).doesNotContain("alert(");
        developed.showsDevelopers("503 Service Unavailable: &lt;script&gt;alert(");
        assertThat(developed.answer().text()).doesNotContain("<script>alert(");
    }

    @Case(20)
    void anExceptionAfterSendErrorIsHandledOnce(Container container) throws Exception {
        for (var path : List.of("/send/then-throw", "/send-async/then-throw")) {
            var status = Differences.expected(20, container, "500");

            get(container, path).showsPage(Integer.parseInt(status)).isLoggedOnceWith(IllegalStateException.class);
        }
    }

    @Case(21)
    void outputAfterSendErrorIsDiscarded(Container container) throws Exception {
        get(container, "/send/then-write").showsPage(503).isLoggedOnceWithoutStack();
    }

    @Case(22)
    void aStatusWithABodyIsLeftUnchanged(Container container) throws Exception {
        assertUntouched(get(container, "/send/set-json"));
        assertUntouched(getWithClientErrors(container, "/send/set-json"));
    }

    private static void assertUntouched(Exchange exchange) {
        var answer = exchange.answer();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.end()).isEqualTo(End.COMPLETE);
        assertThat(answer.latin1()).isEqualTo("{\"my\":\"body\"}");
        assertThat(answer.headers("Content-Type")).singleElement().asString().startsWith("application/json");
        assertThat(answer.headers("Cache-Control")).isEmpty();
        assertThat(answer.headers("Content-Language")).isEmpty();
        assertThat(exchange.incidentLines()).isEmpty();
    }

    @Case(23)
    void aStatusWithoutABodyGetsAPageIfTheSettingIsOn(Container container) throws Exception {
        var untouched = get(container, "/send/set-empty");

        assertThat(untouched.answer().status()).isEqualTo(503);
        assertThat(untouched.answer().end()).isEqualTo(End.COMPLETE);
        assertThat(untouched.answer().latin1()).isEmpty();
        assertThat(untouched.incidentLines()).isEmpty();
        getWithClientErrors(container, "/send/set-empty").showsPage(503).isLoggedOnceWithoutStack();
    }

    @Case(24)
    void aClientErrorOfSendErrorGetsOurPageIfTheSettingIsOn(Container container) throws Exception {
        var containers = get(container, "/send/404");

        assertThat(containers.answer().status()).isEqualTo(404);
        assertThat(containers.answer().text()).doesNotContain("페이지를 찾을 수 없습니다");
        assertThat(containers.incidentLines()).isEmpty();
        getWithClientErrors(container, "/send/404").showsPage(404).isLoggedOnceWithoutStack();
    }

    @Case(25)
    void partialOutputBeforeSendErrorIsDiscarded(Container container) throws Exception {
        get(container, "/send/after-half").showsPage(500).isLoggedOnceWithoutStack();
    }

    @Case(26)
    void sendErrorInAnErrorPageDoesNotLoop(Container container) throws Exception {
        var exchange = get(container, "/send/507").showsPage(503);

        assertThat(exchange.answer().headers("X-Asked")).containsExactly("once");
        exchange.isLoggedOnceWithoutStack();
    }
}
