package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.container.WarFolder.setting;

import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.RawResponse;
import org.errorpages.container.Servers;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests servlets and filters that throw UnavailableException. */
final class UnavailableIT {

    private static final String START =
            """
            <listener>
              <listener-class>org.errorpages.conformance.ApplicationUnavailable$Start</listener-class>
            </listener>
            <error-page>
              <error-code>404</error-code>
              <location>/errorpages</location>
            </error-page>
            """;

    @RegisterExtension
    static final Servers SERVERS = Servers.of(folder -> WarFolder.with(folder, START));

    @RegisterExtension
    static final Servers BARE_STATUS = Servers.of(folder ->
            WarFolder.with(folder, START + setting("fillEmptyErrors", "true") + setting("statuses", "4xx,5xx")));

    @Case(81)
    void aTemporarilyUnavailableServletResultsIn503WithRetryAfter(Container container) {
        var first = Requests.get(SERVERS.on(container), "/for-a-while");
        var second = Requests.get(SERVERS.on(container), "/for-a-while");

        var expected = Differences.expected(81, container, "a page with Retry-After");
        assertThat(first.status()).isEqualTo(503);
        assertThat(seen(first)).isEqualTo(expected);
        // Tomcat has removed the servlet.
        assertThat(second.status()).isIn(503, 404);
        if (expected.startsWith("a page")) {
            ShownPage.of(503, first);
            ShownPage.of(second.status(), second);
        }
        ShownPage.of(503, Requests.get(BARE_STATUS.on(container), "/for-a-while"));
    }

    @Case(82)
    void aPermanentlyUnavailableServletResultsIn404(Container container) {
        for (int i = 0; i < 2; i++) {
            var answer = Requests.get(SERVERS.on(container), "/for-ever");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(seen(answer)).isEqualTo(Differences.expected(82, container, "a page"));
            ShownPage.assertRevealsNothing(answer);
        }
        ShownPage.of(404, Requests.get(BARE_STATUS.on(container), "/for-ever"));
    }

    @Case(83)
    void anUnavailableFilterResultsIn503WithRetryAfter(Container container) throws Exception {
        SERVERS.on(container);
        try (var log = CapturedLog.open()) {
            var answer = Requests.get(SERVERS.on(container), "/behind-filter");

            ShownPage.of(503, answer).assertLoggedOnceWithItsStack(log);
            assertThat(answer.headers("Retry-After")).containsExactly("70");
        }
    }

    private static String seen(RawResponse answer) {
        var page = answer.header("Content-Language").isPresent() ? "a page" : "no page";
        return answer.header("Retry-After").isPresent() ? page + " with Retry-After" : page;
    }
}
