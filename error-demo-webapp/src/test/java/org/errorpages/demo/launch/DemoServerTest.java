package org.errorpages.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoServerTest {

    @TempDir
    private Path war;

    @BeforeEach
    void writeIndex() throws Exception {
        Files.writeString(war.resolve("index.html"), "hello");
    }

    @Test
    void theServerServesTheIndexOnAFreePort() throws Exception {
        try (var server = DemoServer.start(war, 0)) {
            var answer = get(server.uri());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("hello");
        }
    }

    @Test
    void theResponseDoesNotNameTheServer() throws Exception {
        try (var server = DemoServer.start(war, 0)) {
            assertThat(get(server.uri()).headers().map()).doesNotContainKeys("server", "x-powered-by");
        }
    }

    @Test
    void aClosedServerRefusesConnections() throws Exception {
        var server = DemoServer.start(war, 0);
        var uri = server.uri();

        server.close();

        assertThatThrownBy(() -> get(uri)).isInstanceOf(ConnectException.class);
    }

    @Test
    void aTakenPortPreventsTheStart() throws Exception {
        try (var first = DemoServer.start(war, 0)) {
            var port = first.uri().getPort();

            assertThatThrownBy(() -> DemoServer.start(war, port)).hasRootCauseInstanceOf(BindException.class);
        }
    }

    @Test
    void theLauncherExplainsHowToChooseAnotherPort() throws Exception {
        try (var first = DemoServer.start(war, 0)) {
            var taken = String.valueOf(first.uri().getPort());

            assertThatThrownBy(() -> Demo.main(new String[] {war.toString(), taken}))
                    .hasMessage("port " + taken + " is taken; choose another with -Dport=N");
        }
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
