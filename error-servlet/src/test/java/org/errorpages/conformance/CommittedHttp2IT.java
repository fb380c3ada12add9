package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Objects;
import org.errorpages.container.Container;
import org.errorpages.container.Option;
import org.errorpages.container.Servers;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests failures of a committed response over HTTP/2: the stream is reset, other streams continue. */
final class CommittedHttp2IT {

    @RegisterExtension
    static final Servers SERVERS = Servers.of(
            folder -> WarFolder.with(
                    folder,
                    "<listener><listener-class>" + ApplicationCommitted.Start.class.getName()
                            + "</listener-class></listener>"),
            Option.H2C);

    @RegisterExtension
    static final Servers FAILING_PAGES = Servers.of(
            folder -> WarFolder.with(
                            folder,
                            "<listener><listener-class>" + ApplicationFailingPages.Start.class.getName()
                                    + "</listener-class></listener>"
                                    + ExpectedPage.forType("java.lang.IllegalCallerException", "/patient"))
                    .file("WEB-INF/error-map.properties", "java.lang.IllegalCallerException = 504\n"),
            Option.H2C);

    @Case(58)
    void theStreamOfACommittedResponseIsReset(Container container) throws IOException {
        var server = SERVERS.on(container);

        // The first request uses HTTP/1.1 with an upgrade, which RFC 9113 removed; the others are ordinary.
        assertThat(endOfUpgraded(server, "/begun/chunked").replace(" 200", ""))
                .isEqualTo(Differences.expected(58, container, "RST_STREAM"));
        for (var path : new String[] {"/chunked", "/length", "/large", "/started"}) {
            assertThat(ending(server, "/begun" + path)).as(path).isEqualTo("RST_STREAM");
            assertThat(ending(server, "/ok")).isEqualTo("END_STREAM 200");
        }
        assertThat(ending(server, "/begun/closed")).isEqualTo("END_STREAM 200");
    }

    @ParameterizedTest
    @EnumSource
    void theStreamOfACommittedForwardedPageIsReset(Container container) {
        var server = FAILING_PAGES.on(container);

        // The upgraded request is over.
        assertThat(ending(server, "/shop/late504?closed-runtime:")).isEqualTo("END_STREAM 504");
        for (var path : new String[] {"/shop/late504", "/shop/async/late504", "/shop/started/late504"}) {
            for (var page : new String[] {"sent-runtime:", "long-runtime:"}) {
                assertThat(ending(server, path + "?" + page)).as(path + page).isEqualTo("RST_STREAM");
            }
        }
        assertThat(ending(server, "/shop/late504?closed-runtime:")).isEqualTo("END_STREAM 504");
    }

    /** Tomcat sometimes closes the whole connection with the first stream of an upgrade; then it retries. */
    private static String endOfUpgraded(TestServer server, String path) {
        var ending = "GOAWAY";
        for (int connections = 0; ending.equals("GOAWAY") && connections < 3; connections++) {
            try {
                ending = responseOf(server, path);
            } catch (IOException e) {
                ending = Objects.toString(e.getMessage(), "").contains("GOAWAY") ? "GOAWAY" : ending(e);
            }
        }
        return ending;
    }

    private static String ending(TestServer server, String path) {
        try {
            return responseOf(server, path);
        } catch (IOException e) {
            return ending(e);
        }
    }

    private static String responseOf(TestServer server, String path) throws IOException {
        var answer = server.sendOverHttp2("GET", path);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        return "END_STREAM " + answer.statusCode();
    }

    /** Distinguishes a stream reset from GOAWAY and a closed connection, which would end the other streams too. */
    private static String ending(IOException broken) {
        assertThat(broken).hasMessageContaining("RST_STREAM");
        return "RST_STREAM";
    }
}
