package org.errorpages.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportCommandTest {

    private record Outcome(int status, String output) {}

    @Test
    void withoutArgumentsTheUsageIsPrinted() throws IOException {
        var outcome = run();

        assertThat(outcome.status()).isZero();
        assertThat(outcome.output())
                .contains("org.errorpages.cli.ExportCommand FOLDER [key=value ...]", "codes", "root", "siteName");
    }

    @Test
    void anInvalidArgumentExitsWithStatus2AndWritesNothing(@TempDir Path folder) throws IOException {
        var outcome = run(folder.resolve("pages").toString(), "colour=blue");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.output())
                .startsWith("unknown setting 'colour'; did you mean ")
                .hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void exactlyTheExpectedFilesAreWritten(@TempDir Path folder) throws IOException {
        var target = folder.resolve("a/b");

        var outcome = run(target.toString(), "locales=en,ko", "codes=502,504,505");

        assertThat(outcome)
                .isEqualTo(new Outcome(0, "3 pages in 2 languages and the gateway configurations: " + target + "\n"));
        assertThat(files(target).keySet())
                .containsExactly(
                        "502.en.html",
                        "502.ko.html",
                        "504.en.html",
                        "504.ko.html",
                        "505.en.html",
                        "505.ko.html",
                        "Caddyfile",
                        "haproxy.cfg",
                        "haproxy/502.html",
                        "haproxy/504.html",
                        "haproxy/bodies.map",
                        "haproxy/heads.map",
                        "haproxy/languages.map",
                        "httpd.conf",
                        "nginx-http.conf",
                        "nginx-server.conf");
    }

    @Test
    void equalSettingsGiveEqualFiles(@TempDir Path folder) throws IOException {
        run(folder.resolve("one").toString(), "root=/srv/pages", "siteName=바다 서점");
        run(folder.resolve("two").toString(), "siteName=바다 서점", "root=/srv/pages");

        assertThat(files(folder.resolve("two"))).isEqualTo(files(folder.resolve("one")));
    }

    @Test
    void anEarlierExportIsOverwritten(@TempDir Path folder) throws IOException {
        run(folder.toString(), "locales=en", "siteName=Old Shop");
        run(folder.toString(), "locales=en", "siteName=New");

        assertThat(Files.readString(folder.resolve("502.en.html")))
                .contains("New")
                .doesNotContain("Old Shop");
    }

    private static Outcome run(String... arguments) throws IOException {
        var out = new ByteArrayOutputStream();
        int status = new ExportCommand(new PrintStream(out, true, StandardCharsets.UTF_8)).run(List.of(arguments));
        return new Outcome(status, out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    private static SortedMap<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }
}
