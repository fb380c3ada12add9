package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.conformance.PublicPage.KOREAN;

import java.io.IOException;
import java.nio.file.Path;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.RawClient;
import org.errorpages.container.RawResponse;
import org.errorpages.container.RawResponse.End;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;

/**
 * Describes the expected content of a page of {@link ApplicationOwnPages}.
 *
 * @param name the name of the page
 * @param status the status of the response and of the error attributes
 * @param thrown the simple name of the exception in the error attributes
 */
record ExpectedPage(String name, int status, String thrown) {

    /** Returns the WAR of the application with more elements in its web.xml. */
    static WarFolder war(Path folder, String elements) {
        var start = "<listener><listener-class>org.errorpages.conformance.ApplicationOwnPages$Start</listener-class>"
                + "</listener>\n";
        return WarFolder.with(folder, start + elements);
    }

    /** Returns an error-page element for an exception. */
    static String forType(String type, String location) {
        return "<error-page><exception-type>" + type + "</exception-type><location>" + location
                + "</location></error-page>\n";
    }

    /** Returns an error-page element for a status. */
    static String forStatus(int status, String location) {
        return "<error-page><error-code>" + status + "</error-code><location>" + location
                + "</location></error-page>\n";
    }

    static RawResponse send(TestServer server, String method, String path, String... headerLines) throws IOException {
        try (var client = RawClient.to(server)) {
            return client.send(method, path, headerLines);
        }
    }

    /** Asserts that a request gets the page, with the only incident in the log. */
    void assertShown(TestServer server, String method, String path) throws Exception {
        try (var log = CapturedLog.open()) {
            var answer = send(server, method, path, KOREAN);

            assertThat(log.settle().stackTraces()).as(log.text()).hasSize(1);
            assertThat(PublicPage.incidentIds(log.text())).hasSize(1);
            assertIn(answer, path, PublicPage.incidentIds(log.text()).iterator().next());
        }
    }

    /** Asserts that a response is the page with the incident. */
    void assertIn(RawResponse answer, String path, String incident) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.end()).isEqualTo(End.COMPLETE);
        assertThat(answer.text())
                .isEqualTo(
                        """
                        own/%s
                        status: %d
                        thrown: %s
                        type: %s
                        path: %s
                        servlet: shop
                        incident: %s
                        """
                                .formatted(name, status, thrown, thrown, path, incident));
    }
}
