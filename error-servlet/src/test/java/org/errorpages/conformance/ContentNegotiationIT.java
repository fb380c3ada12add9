package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.container.WarFolder.setting;

import java.util.List;
import java.util.Map;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.Servers;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests format and language of responses. */
final class ContentNegotiationIT {

    private static final String BROKEN =
            "<listener><listener-class>org.errorpages.conformance.ApplicationRenderer$Start"
                    + "</listener-class></listener>";

    @RegisterExtension
    static final Servers SERVERS = Servers.of(folder -> WarFolder.with(folder, SideEffectsIT.START));

    @RegisterExtension
    static final Servers WITH_A_BROKEN_FORM = Servers.of(
            folder -> WarFolder.with(folder, SideEffectsIT.START + setting("autoRegister", "false") + BROKEN));

    @Case(93)
    void aRendererThatFailsIsReplacedByText(Container container) throws Exception {
        var server = WITH_A_BROKEN_FORM.on(container);
        for (var path : Map.of("/hygiene/bug", 500, "/hygiene/slow", 503, "/hygiene/send", 503)
                .entrySet()) {
            try (var log = CapturedLog.open()) {
                var answer = Requests.get(server, path.getKey(), "Accept: text/html");

                assertThat(answer.status()).isEqualTo(path.getValue());
                assertThat(answer.headers("Content-Type")).containsExactly("text/plain;charset=utf-8");
                assertThat(answer.text()).startsWith(path.getValue() + " ");
                ShownPage.assertRevealsNothing(answer);
                var incidents = ShownPage.incidents(log.settle());
                assertThat(incidents).hasSize(1);
                assertThat(answer.text()).contains(incidents.get(0).getMessage().split(" ", 2)[0]);
                assertThat(log.text()).contains("could not be rendered as text/html", "secret template");
            }
        }
        assertThat(Requests.get(server, "/hygiene/bug", "Accept: application/json")
                        .headers("Content-Type"))
                .containsExactly("application/problem+json");
    }

    @Case(94)
    void theLanguageIsTheBestThatTheClientAccepts(Container container) {
        var wishes = Map.of(
                "ko;q=0.9, en;q=0.2", "ko",
                "en;q=0.2, ko-KR;q=0.9", "ko",
                "ko;q=0.1, en-GB", "en",
                "ko;q=0, *", "en",
                "eo, sw;q=0.5", "en",
                "eo, ko;q=0.1", "ko",
                "ko;q=nonsense", "en",
                "", "en");
        wishes.forEach((wish, language) -> {
            for (var path : List.of("/hygiene/bug", "/hygiene/send")) {
                var answer = Requests.get(SERVERS.on(container), path, "Accept-Language: " + wish);

                assertThat(answer.headers("Content-Language")).as(wish).containsExactly(language);
                assertThat(answer.text()).contains("<html lang=\"" + language + "\" dir=\"ltr\">");
            }
        });
    }

    @Case(95)
    void theFormatIsTheBestThatTheClientAccepts(Container container) {
        var wishes = Map.of(
                "application/json", "application/problem+json",
                "application/problem+json", "application/problem+json",
                "application/xml", "application/problem+xml;charset=utf-8",
                "text/plain", "text/plain;charset=utf-8",
                "text/html", "text/html;charset=utf-8",
                "application/json;q=0.5, text/html;q=0.4", "application/problem+json",
                "image/png", "text/html;charset=utf-8",
                "*/*", "text/html;charset=utf-8");
        wishes.forEach((wish, form) -> {
            for (var path : List.of("/hygiene/bug", "/hygiene/send")) {
                var answer = Requests.get(SERVERS.on(container), path, "Accept: " + wish);

                assertThat(answer.headers("Content-Type")).as(wish).containsExactly(form);
                assertThat(answer.status()).isEqualTo(path.endsWith("bug") ? 500 : 503);
                assertThat(answer.text().startsWith("{")).isEqualTo(form.endsWith("json"));
            }
        });
    }
}
