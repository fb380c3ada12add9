package org.errorpages.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.errorpages.source.SourceFinder.SourceText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that forged frames cannot read anything but sources in the configured folders. */
final class ForgedFrameTest {

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void createFiles() throws IOException {
        root = Files.createDirectories(folder.resolve("main"));
        Files.createDirectories(root.resolve("shop"));
        Files.writeString(root.resolve("shop/Order.java"), "the source");
        for (var secret : List.of("Secret.java", "main/keys.properties", "main/shop/.java", "main/shop/passwd")) {
            Files.writeString(folder.resolve(secret), "secret");
        }
    }

    static Stream<Arguments> forged() {
        return Stream.of(
                Arguments.of("shop.Order", "../../Secret.java"),
                Arguments.of("shop.Order", "../../../../../../etc/passwd"),
                Arguments.of("shop.Order", "/etc/passwd"),
                Arguments.of("shop.Order", "passwd"),
                Arguments.of("shop.Order", ".java"),
                Arguments.of("shop.Order", "..java"),
                Arguments.of("shop.Order", "..\\..\\Secret.java"),
                Arguments.of("shop.Order", "C:Order.java"),
                Arguments.of("shop.Order", "passwd\0.java"),
                Arguments.of("shop.Order", "Order.java\0"),
                Arguments.of("shop.Order", "Order.java\n"),
                Arguments.of("shop.Order", "keys.properties"),
                Arguments.of("shop.Order", "Order.class"),
                Arguments.of("shop.Order", ""),
                Arguments.of("shop.Order", null),
                Arguments.of("../../etc/passwd", "Order.java"),
                Arguments.of("shop/../shop.Order", "Order.java"),
                Arguments.of("shop.../Order", "Order.java"),
                Arguments.of("shop..Order", "Order.java"),
                Arguments.of(".shop.Order", "Order.java"),
                Arguments.of("/shop.Order", "Order.java"),
                Arguments.of("shop\\.Order", "Order.java"),
                Arguments.of("sh\0op.Order", "Order.java"),
                Arguments.of("shop.Order\0", "Order.java"),
                Arguments.of("shop.Order;", "Order.java"),
                Arguments.of("", "Order.java"),
                Arguments.of("shop.Order" + "$".repeat(500), "Order.java"),
                Arguments.of("shop.Order", "O".repeat(500) + ".java"));
    }

    @ParameterizedTest
    @MethodSource("forged")
    void aFrameWithInvalidNamesHasNoSource(String className, String file) {
        assertThat(LocalSourceFinder.SourcePath.of(new StackTraceElement(className, "call", file, 1)))
                .isEmpty();
        assertThat(found(className, file)).isEmpty();
    }

    @Test
    void aGenuineFrameHasASource() {
        assertThat(found("shop.Order", "Order.java")).isPresent();
    }

    @Test
    void aLinkToOutsideTheFolderIsNotFollowed() throws IOException {
        Files.createSymbolicLink(root.resolve("shop/Link.java"), folder.resolve("Secret.java"));
        Files.createDirectories(folder.resolve("outside"));
        Files.writeString(folder.resolve("outside/Secret.java"), "secret");
        Files.createSymbolicLink(root.resolve("linked"), folder.resolve("outside"));

        assertThat(found("shop.Link", "Link.java")).isEmpty();
        assertThat(found("linked.Secret", "Secret.java")).isEmpty();
    }

    @Test
    void aLinkInsideTheFolderIsFollowed() throws IOException {
        Files.createSymbolicLink(root.resolve("shop/Alias.java"), root.resolve("shop/Order.java"));
        var alias = Files.createSymbolicLink(folder.resolve("alias"), root);

        assertThat(found("shop.Alias", "Alias.java")).isPresent();
        assertThat(new LocalSourceFinder(List.of(alias), folder, folder).find(frame("shop.Order", "Order.java")))
                .isPresent();
    }

    @Test
    void aFolderNamedLikeASourceFileIsIgnored() throws IOException {
        Files.createDirectories(root.resolve("shop/Folder.java"));

        assertThat(found("shop.Folder", "Folder.java")).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeIsNotRead() throws Exception {
        var pipe = root.resolve("shop/Pipe.java");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();

        assertThat(pipe).exists();
        assertThat(found("shop.Pipe", "Pipe.java")).isEmpty();
    }

    @Test
    void aFileThatIsTooLongIsNotRead() throws IOException {
        Files.writeString(root.resolve("shop/Long.java"), "\n".repeat(2_000_000));
        Files.writeString(root.resolve("shop/Longer.java"), "\n".repeat(2_000_001));

        assertThat(found("shop.Long", "Long.java")).isPresent();
        assertThat(found("shop.Longer", "Longer.java")).isEmpty();
    }

    @Test
    void aJarEntryThatIsTooLongIsNotRead() throws IOException {
        var jar = folder.resolve("lib.jar");
        Jars.write(jar, "lib/Bomb.class", "", "lib/Bomb.java", "\n".repeat(2_000_001));

        assertThat(Jars.loading(List.of(jar), () -> found("lib.Bomb", "Bomb.java")))
                .isEmpty();
    }

    @Test
    void aJarEntryIsFoundByItsExactNameOnly() throws IOException {
        var jar = folder.resolve("lib.jar");
        Jars.write(jar, "lib/Client.class", "", "lib/../Client.java", "secret", "Client.java", "secret");

        assertThat(Jars.loading(List.of(jar), () -> found("lib.Client", "Client.java")))
                .isEmpty();
        assertThat(Jars.loading(List.of(jar), () -> found("lib.Client", "../Client.java")))
                .isEmpty();
    }

    @Test
    void aBrokenSourcesJarIsIgnored() throws IOException {
        var jar = folder.resolve("lib.jar");
        Jars.write(jar, "lib/Client.class", "");
        Files.writeString(folder.resolve("lib-sources.jar"), "not a zip");

        assertThat(Jars.loading(List.of(jar), () -> found("lib.Client", "Client.java")))
                .isEmpty();
    }

    private Optional<SourceText> found(String className, String file) {
        return new LocalSourceFinder(List.of(root), folder, folder).find(frame(className, file));
    }

    private static StackTraceElement frame(String className, String file) {
        return new StackTraceElement(className, "call", file, 1);
    }
}
