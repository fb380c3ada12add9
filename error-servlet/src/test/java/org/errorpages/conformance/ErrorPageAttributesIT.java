package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.errorpages.container.Container;
import org.errorpages.container.Servers;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests the attributes that an error page of the application gets, and 404 outside of all filters. */
final class ErrorPageAttributesIT {

    private static final String PAGE =
            """
            <error-page>
              <exception-type>java.lang.RuntimeException</exception-type>
              <location>/look/attributes</location>
            </error-page>
            """;

    private static final String PAGE_404 =
            "<error-page><error-code>404</error-code><location>/errorpages</location></error-page>";

    @RegisterExtension
    static final Servers WITH_A_PAGE = Servers.of(folder -> WarFolder.with(folder, SideEffectsIT.START + PAGE));

    @RegisterExtension
    static final Servers PLAIN = Servers.of(folder -> WarFolder.with(folder, ""));

    @RegisterExtension
    static final Servers WITH_404 = Servers.of(folder -> WarFolder.with(folder, PAGE_404));

    @Case(96)
    void anErrorPageOfTheApplicationGetsTheExceptionTypeAsAClass(Container container) {
        var server = WITH_A_PAGE.on(container);

        assertThat(Requests.get(server, "/hygiene/bug").text())
                .isEqualTo("ERROR 500 IllegalStateException Class IllegalStateException /hygiene/bug");
        assertThat(Requests.get(server, "/hygiene/split-header").text())
                .isEqualTo("FORWARD 503 Splitting Class Splitting /hygiene/split-header");
    }

    @Case(100)
    void notFoundBeforeTheFiltersGetsOurPageOnlyIfItIsMapped(Container container) {
        for (var path : List.of("/missing", "/WEB-INF/web.xml")) {
            var plain = Requests.get(PLAIN.on(container), path);

            assertThat(plain.status()).isEqualTo(404);
            assertThat(plain.headers("X-Robots-Tag")).isEmpty();
        }
        ShownPage.of(404, Requests.get(WITH_404.on(container), "/missing"));
        var beforeTheFilters = Requests.get(WITH_404.on(container), "/WEB-INF/web.xml");
        var seen = beforeTheFilters.headers("X-Robots-Tag").isEmpty() ? "its own 404 for WEB-INF" : "ours";
        assertThat(seen).isEqualTo(Differences.expected(100, container, "ours"));
        if (seen.equals("ours")) {
            ShownPage.of(404, beforeTheFilters);
        }
    }
}
