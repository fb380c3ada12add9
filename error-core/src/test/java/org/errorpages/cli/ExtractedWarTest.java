package org.errorpages.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.errorpages.classify.ErrorMap;
import org.errorpages.classify.Wars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExtractedWarTest {

    @TempDir
    private Path folder;

    @Test
    void onlyWebInfIsExtracted() throws IOException {
        var war = Wars.war(
                folder,
                Map.of("index.html", Wars.bytes("x"), "META-INF/a", Wars.bytes("x"), "WEB-INF/b", Wars.bytes("x")));

        try (var opened = ExtractedWar.of(war);
                var files = Files.list(opened.folder())) {
            assertThat(files.map(file -> Objects.toString(file.getFileName()))).containsExactly("WEB-INF");
        }
    }

    @Test
    void closingDeletesTheTemporaryFolder() throws IOException {
        var opened = ExtractedWar.of(Wars.war(folder, Map.of("WEB-INF/lib/a.jar", Wars.zip(Map.of("x", new byte[9])))));
        assertThat(opened.folder().resolve("WEB-INF/lib/a.jar")).exists();

        opened.close();

        assertThat(opened.folder()).doesNotExist();
    }

    @Test
    void aFolderIsReadLikeAWar() throws IOException {
        Files.createDirectories(folder.resolve("WEB-INF"));
        Files.writeString(folder.resolve("WEB-INF/error-map.properties"), "shop.Quota = 429");

        try (var opened = ExtractedWar.of(folder)) {
            assertThat(opened.map().rules()).anyMatch(rule -> rule.toString().equals("shop.Quota = 429"));
        }
        assertThat(folder.resolve("WEB-INF/error-map.properties")).exists();
    }

    @Test
    void aWarWithoutAMapHasTheBuiltInOne() throws IOException {
        try (var opened = ExtractedWar.of(Wars.war(folder, Map.of("index.html", Wars.bytes("x"))))) {
            assertThat(opened.map().rules()).hasSameSizeAs(ErrorMap.builtIn().rules());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no zip", ""})
    void anInvalidZipFileIsNamedAndLeavesNoFolder(String content) throws IOException {
        var broken = Files.writeString(folder.resolve("broken.war"), content);

        assertRefused(broken);
    }

    @Test
    void aMissingFileIsNamedAndLeavesNoFolder() throws IOException {
        assertRefused(folder.resolve("missing.war"));
    }

    @Test
    void aDamagedZipFileIsNamedAndLeavesNoFolder() throws IOException {
        var bytes = Wars.zip(Map.of(
                "WEB-INF/lib/a.jar", Wars.zip(Map.of("x", "y".repeat(9_999).getBytes(UTF_8)))));
        Arrays.fill(bytes, 60, 90, (byte) -1);

        assertRefused(Files.write(folder.resolve("damaged.war"), bytes));
    }

    private void assertRefused(Path war) throws IOException {
        var target = Files.createDirectory(folder.resolve("extracted"));

        assertThatIOException()
                .isThrownBy(() -> ExtractedWar.of(war, target).close())
                .withMessage(war + " can't be read as a WAR; a WAR is a zip file or a folder");
        assertThat(target).doesNotExist();
    }

    @Test
    void noEntryIsWrittenOutsideTheFolder() throws IOException {
        var outside = "errorpages-" + folder.getFileName();
        var war =
                Wars.war(folder, Map.of("WEB-INF/../../" + outside, Wars.bytes("x"), "../" + outside, Wars.bytes("x")));

        // The JDK rejects such a file, each version with another exception.
        var refused = catchThrowable(() -> ExtractedWar.of(war).close());

        assertThat(refused).isNotInstanceOf(Error.class);
        assertThat(Path.of(System.getProperty("java.io.tmpdir"), outside)).doesNotExist();
    }
}
