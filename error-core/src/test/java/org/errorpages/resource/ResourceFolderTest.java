package org.errorpages.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that no name reaches a file outside the folder. */
final class ResourceFolderTest {

    @TempDir
    private Path root;

    @Test
    void filesDirectlyInTheFolderAreRead() throws IOException {
        var folder = Files.createDirectory(root.resolve("pages"));
        Files.writeString(folder.resolve("503.html"), "closed");
        Files.writeString(Files.createDirectory(folder.resolve("parts")).resolve("top.html"), "top");

        assertThat(ResourceFolder.at(folder).names()).containsExactly("503.html");
        assertThat(ResourceFolder.at(folder).read("503.html")).contains("closed".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.html",
                "..\\secret.html",
                "parts/top.html",
                "/etc/passwd",
                "%2e%2e/secret.html",
                "pages/../../secret.html",
                "503.html/../../secret.html",
                "",
                ".",
                "503.html\0",
            })
    void noNameReachesAnotherFolder(String name) throws IOException {
        var folder = Files.createDirectory(root.resolve("pages"));
        Files.writeString(folder.resolve("503.html"), "closed");
        Files.writeString(Files.createDirectory(folder.resolve("parts")).resolve("top.html"), "top");
        Files.writeString(root.resolve("secret.html"), "secret");

        assertThat(ResourceFolder.at(folder).read(name)).isEmpty();
    }

    @Test
    void aPathThatIsNotADirectoryIsRejected() {
        assertThatThrownBy(() -> ResourceFolder.at(root.resolve("nowhere")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("nowhere isn't a directory");
    }

    @Test
    void aFileAboveTheLimitIsRejected() throws IOException {
        Files.write(root.resolve("503.html"), new byte[ResourceFolder.MAX_SIZE + 1]);
        var folder = ResourceFolder.at(root);

        assertThatThrownBy(() -> folder.read("503.html"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("503.html has more than 1048576 bytes");
    }

    @Test
    void theEmptyFolderHasNoFiles() {
        assertThat(ResourceFolder.none().names()).isEmpty();
        assertThat(ResourceFolder.none().read("503.html")).isEmpty();
    }
}
