package org.errorpages.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.errorpages.http.DeveloperRequestDetails;
import org.errorpages.http.NamedValue;
import org.errorpages.http.RequestSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the arguments that a real shell passes to curl. */
final class CurlCommandTest {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final String SITE = "http://localhost:8080";

    @Test
    void theRequestIsRepeatedWithoutSecrets() throws Exception {
        var request = RequestSnapshot.of("POST", "/orders/42")
                .withQuery("page=2&token=s3cr3t")
                .withHeader("Host", "evil.example")
                .withHeader("Accept", "text/html")
                .withHeader("Authorization", "Bearer s3cr3t");

        assertThat(arguments(request))
                .containsExactly(
                        "--path-as-is",
                        "-X",
                        "POST",
                        SITE + "/orders/42?page=2&token=hidden-token",
                        "-H",
                        "Accept: text/html",
                        "-H",
                        "Authorization: hidden (authorization)");
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "HEAD, --head", "PURGE, -X PURGE", "$(id), -X $(id)", "--config, -X --config"})
    void theMethodOfTheRequestIsUsed(String method, String words) throws Exception {
        assertThat(String.join(" ", arguments(RequestSnapshot.of(method, "/a"))))
                .isEqualTo(("--path-as-is " + words).strip() + " " + SITE + "/a");
    }

    @ParameterizedTest
    @CsvSource({
        "//evil.example/, //evil.example/",
        "@evil.example/, /@evil.example/",
        "*, /*",
        "/a/../b, /a/../b",
        "/$(id)`id`'$x, /$(id)%60id%60'$x",
        "/a b#c\"\\, /a%20b%23c%22%5C",
        "'/{a,b}[1-9]', '/%7Ba,b%7D%5B1-9%5D'",
        "/한, /%ED%95%9C",
        "/%0d%0a%, /%0d%0a%"
    })
    void thePathOfTheRequestIsUsedAndNeverReadAsAHost(String path, String expected) throws Exception {
        assertThat(arguments(RequestSnapshot.of("GET", path))).containsExactly("--path-as-is", SITE + expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$(id)",
                "`id`",
                "'; id; '",
                "\"; id; \"",
                "a\\",
                "\\'",
                "!!",
                "a ' b '' c",
                "$HOME",
                "~",
                "&& id",
                "|id"
            })
    void aHeaderIsOneArgument(String value) throws Exception {
        var request = RequestSnapshot.of("GET", "/a").withHeader("X-Text", value);

        assertThat(arguments(request)).containsExactly("--path-as-is", SITE + "/a", "-H", "X-Text: " + value);
    }

    @Test
    void anEmptyHeaderIsRepeatedAndAnInvalidNameIsNot() throws Exception {
        var request = RequestSnapshot.of("GET", "/a")
                .withHeader("X-Empty", "")
                .withHeader("@/etc/passwd", "1")
                .withHeader("a b", "1")
                .withHeader("", "1");

        assertThat(arguments(request)).containsExactly("--path-as-is", SITE + "/a", "-H", "X-Empty;");
    }

    @Test
    void aRedactedValueIsAShellVariable() throws Exception {
        var form = List.of(new NamedValue("user name", "Anna & $(id)"), new NamedValue("new-password", "s3cr3t"));
        var request = RequestSnapshot.of("POST", "/a")
                .withHeader("Cookie", "a=s3cr3t")
                .withDetails(() -> new DeveloperRequestDetails(form, List.of(), List.of(), List.of(), Map.of()));

        assertThat(arguments(request))
                .containsExactly(
                        "--path-as-is",
                        "-X",
                        "POST",
                        SITE + "/a",
                        "-H",
                        "Cookie: hidden (cookie)",
                        "--data-urlencode",
                        "user+name=Anna & $(id)",
                        "--data-urlencode",
                        "new-password=hidden (passw)");
        assertThat(arguments("COOKIE=a=1; NEW_PASSWORD=other\n", request))
                .contains("Cookie: a=1", "new-password=other");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,  Content-Length,    17,      -X POST",
        "PUT,   Transfer-Encoding, chunked, -X PUT",
        "GET,   Content-Length,    17,      -X GET"
    })
    void contentIsReadFromAFileThatACommentExplains(String method, String name, String value, String words)
            throws Exception {
        var request = RequestSnapshot.of(method, "/a").withHeader(name, value).withHeader("X-Last", "1");

        assertThat(String.join(" ", arguments(request)))
                .isEqualTo("--path-as-is " + words + " " + SITE + "/a -H X-Last: 1 --data-binary @body");
        assertThat(command(request).get(0))
                .isEqualTo("# The content of the request is not kept: put it into the file \"body\".");
    }

    @ParameterizedTest
    @CsvSource({"POST, Content-Length, 0, -X POST", "HEAD, Content-Length, 17, --head"})
    void aRequestWithoutContentSendsNoFile(String method, String name, String value, String words) throws Exception {
        var request = RequestSnapshot.of(method, "/a").withHeader(name, value);

        assertThat(String.join(" ", arguments(request))).isEqualTo("--path-as-is " + words + " " + SITE + "/a");
        assertThat(command(request)).hasSize(1);
    }

    @Test
    void aFormIsRepeatedUnlessItIsMultipart() throws Exception {
        var form = new DeveloperRequestDetails(
                List.of(new NamedValue("a", "b")), List.of(), List.of(), List.of(), Map.of());
        var request = RequestSnapshot.of("POST", "/a")
                .withHeader("Content-Length", "3")
                .withDetails(() -> form);

        assertThat(arguments(request)).endsWith("--data-urlencode", "a=b").doesNotContain("--data-binary");
        assertThat(arguments(request.withHeader("Content-Type", "multipart/form-data; boundary=x")))
                .endsWith("--data-binary", "@body")
                .doesNotContain("--data-urlencode");
    }

    /** Runs the command in a shell in which curl prints its arguments, one per line. */
    private static List<String> arguments(RequestSnapshot request) throws IOException, InterruptedException {
        return arguments("", request);
    }

    private static List<String> command(RequestSnapshot request) {
        var report = HostileReports.of("harmless", request);
        return new CurlCommand(Objects.requireNonNull(report.developer()), report.messages()).lines();
    }

    private static List<String> arguments(String before, RequestSnapshot request)
            throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SHELL), "no shell here");
        var command = command(request);
        var script = before + "curl() { printf '%s\\n' \"$@\"; }\n" + String.join("\n", command) + "\n";
        var shell = new ProcessBuilder(SHELL.toString(), "-u", "-s").redirectErrorStream(true);
        shell.environment().remove("SITE");
        var process = shell.start();
        try (var in = process.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        }
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed.lines().toList();
    }
}
