package org.errorpages.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.logging.Level;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.Option;
import org.errorpages.container.RawClient;
import org.errorpages.container.RawResponse.End;
import org.errorpages.container.Servers;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the containers, clients and captured log that other tests use. */
final class FixtureIT {

    @RegisterExtension
    static final Servers SERVERS = Servers.of(
            folder -> WarFolder.with(folder, "").file("hello.txt", "hello").file("index.html", "index"), Option.H2C);

    private static TestServer on(Container container) {
        return SERVERS.on(container);
    }

    @ParameterizedTest
    @EnumSource
    void aServletGetsTheContainersOwnResponse(Container container) {
        var response = on(container).get("/ok");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).startsWith("ok " + packageOf(container));
    }

    private static String packageOf(Container container) {
        return switch (container) {
            case TOMCAT_10_1, TOMCAT_11 -> "org.apache.catalina.";
            case JETTY_12_0 -> "org.eclipse.jetty.ee10.";
            case JETTY_12_1 -> "org.eclipse.jetty.ee11.";
            case UNDERTOW -> "io.undertow.";
        };
    }

    @ParameterizedTest
    @EnumSource
    void filesAreServedButNotWebInf(Container container) {
        assertThat(on(container).get("/hello.txt").body()).isEqualTo("hello");
        assertThat(on(container).get("/").body()).isEqualTo("index");
        assertThat(on(container).get("/WEB-INF/web.xml").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void aFailureIsLoggedWithOneStackTraceInTheCapturedLog(Container container) throws Exception {
        on(container).get("/ok");
        try (var log = CapturedLog.open()) {
            assertThat(on(container).get("/fail/bug").statusCode()).isEqualTo(500);

            assertThat(log.settle().stackTraces()).as(log.text()).hasSize(1);
            assertThat(log.atLeast(Level.SEVERE)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theClientUpgradesToHttp2(Container container) throws IOException {
        var ok = on(container).sendOverHttp2("GET", "/ok");
        var bug = on(container).sendOverHttp2("GET", "/fail/bug");

        assertThat(ok.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(ok.statusCode()).isEqualTo(200);
        assertThat(bug.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(bug.statusCode()).isEqualTo(500);
    }

    /** Undertow can't reset the stream of the first request, which is upgraded. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNDERTOW")
    void theClientSeesAResetOfHttp2(Container container) {
        assertThatThrownBy(() -> on(container).sendOverHttp2("GET", "/fail/committed"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("RST_STREAM");
    }

    @ParameterizedTest
    @EnumSource
    void theRawClientKeepsItsConnectionAndSeesTheEnd(Container container) throws IOException {
        try (var client = RawClient.to(on(container))) {
            var ok = client.get("/ok");
            var head = client.send("HEAD", "/hello.txt");
            var bug = client.get("/fail/bug", "Accept: application/json");

            assertThat(ok.end()).isEqualTo(End.COMPLETE);
            assertThat(ok.status()).isEqualTo(200);
            assertThat(head.text()).isEmpty();
            assertThat(bug.status()).isEqualTo(500);
            assertThat(bug.text()).startsWith("{").endsWith("}");
            // Tomcat closes after every 500.
            assertThat(client.isClosedWithin(Duration.ofMillis(200)))
                    .isEqualTo(bug.headers("Connection").contains("close"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRawClientSeesTruncationAndClose(Container container) throws IOException {
        try (var client = RawClient.to(on(container))) {
            var answer = client.get("/fail/committed");

            assertThat(answer.end()).as(answer.toString()).isEqualTo(End.TRUNCATED);
            assertThat(client.isClosedWithin(Duration.ofSeconds(2))).isTrue();
        }
    }
}
