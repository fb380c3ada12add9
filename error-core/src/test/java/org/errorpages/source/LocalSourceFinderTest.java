package org.errorpages.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.errorpages.source.SourceFinder.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the lookup of sources with real files and jars. */
final class LocalSourceFinderTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "shop.Order,           Order.java,        shop/Order.java",
        "shop.Order$Item,      Order.java,        shop/Order.java",
        "shop.Order$1,         Order.java,        shop/Order.java",
        "shop.Receipt,         Order.java,        shop/Order.java",
        "shop.TillKt,          Till.kt,           shop/Till.kt",
        "shop.Till,            Till.jvm.kt,       shop/Till.jvm.kt",
        "shop.script,          till-opening.groovy, shop/till-opening.groovy",
        "shop.Fee$package$,    Fee.scala,         shop/Fee.scala",
        "Unnamed,              Unnamed.java,      Unnamed.java",
        "shop.Größe,           Größe.java,        shop/Größe.java"
    })
    void aSourceIsFoundInTheFolderOfItsPackage(String className, String file, String path) throws IOException {
        write(folder.resolve(path), "the source");

        var real = folder.resolve(path).toRealPath();
        assertThat(found(className, file)).hasValue(new SourceText(path, "the source", false, real.toString(), real));
    }

    @Test
    void theFirstFolderTakesPrecedence() throws IOException {
        write(folder.resolve("generated/shop/Order.java"), "generated");
        write(folder.resolve("main/shop/Order.java"), "written");
        var sources = sources(folder.resolve("missing"), folder.resolve("main"), folder.resolve("generated"));

        assertThat(sources.find(frame("shop.Order", "Order.java")))
                .map(SourceText::text)
                .hasValue("written");
    }

    @Test
    void aSourceNextToTheClassIsFound() throws IOException {
        write(folder.resolve("shop/deep/Order$Item.class"), "");
        write(folder.resolve("shop/deep/Order.java"), "next to the class");

        var found = Jars.loading(List.of(folder), () -> sources().find(frame("shop.deep.Order$Item", "Order.java")));

        assertThat(found).map(SourceText::text).hasValue("next to the class");
    }

    @Test
    void aSourcesJarNextToTheJarIsRead() throws IOException {
        var library = folder.resolve("a b/lib.jar");
        Jars.write(library, "lib/Client.class", "");
        Jars.write(folder.resolve("a b/lib-sources.jar"), "lib/Client.java", "of the library");

        var found = Jars.loading(List.of(library), () -> sources().find(frame("lib.Client", "Client.java")));

        assertThat(found)
                .hasValue(new SourceText(
                        "lib/Client.java", "of the library", false, "lib-sources.jar!/lib/Client.java", null));
    }

    @Test
    void aSourceInsideTheJarIsRead() throws IOException {
        var library = folder.resolve("lib.jar");
        Jars.write(library, "lib/Client.class", "", "lib/Client.java", "packed with it");

        var found = Jars.loading(List.of(library), () -> sources().find(frame("lib.Client", "Client.java")));

        assertThat(found).map(SourceText::text).hasValue("packed with it");
    }

    @Test
    void aSourceOfTheJdkIsFoundInItsZip() throws IOException {
        Jars.write(folder.resolve("lib/src.zip"), "java.base/java/util/HashMap.java", "of the JDK");
        var sources = new LocalSourceFinder(List.of(), folder, folder);

        assertThat(sources.find(frame("java.util.HashMap$Node", "HashMap.java")))
                .map(SourceText::text)
                .hasValue("of the JDK");
    }

    @Test
    void aSourceOfThisJdkIsFound() {
        assumeThat(Path.of(System.getProperty("java.home"), "lib/src.zip")).exists();

        assertThat(SourceFinder.of(List.of()).find(frame("java.lang.String", "String.java")))
                .hasValueSatisfying(source -> assertThat(source.text()).contains("public final class String"));
    }

    @ParameterizedTest
    @CsvSource({"3600, true", "3, true", "2, false", "0, false", "-3600, false"})
    void aSourceThatIsNewerThanItsClassIsMarked(int seconds, boolean newer) throws IOException {
        var compiled = write(folder.resolve("classes/shop/Order.class"), "");
        var source = write(folder.resolve("main/shop/Order.java"), "");
        Files.setLastModifiedTime(compiled, FileTime.from(NOON));
        Files.setLastModifiedTime(source, FileTime.from(NOON.plusSeconds(seconds)));

        var found = Jars.loading(List.of(folder.resolve("classes")), () -> sources(folder.resolve("main"))
                .find(frame("shop.Order", "Order.java")));

        assertThat(found).map(SourceText::newerThanClass).hasValue(newer);
    }

    @Test
    void aSourceWithoutClassIsNotMarkedAsNewer() throws IOException {
        write(folder.resolve("shop/Order.java"), "");

        assertThat(found("shop.Order", "Order.java"))
                .map(SourceText::newerThanClass)
                .hasValue(false);
    }

    private Optional<SourceText> found(String className, String file) {
        return sources(folder).find(frame(className, file));
    }

    private static SourceFinder sources(Path... folders) {
        return new LocalSourceFinder(List.of(folders), Path.of("no-jdk-here"), Path.of("no-repository-here"));
    }

    private static StackTraceElement frame(String className, String file) {
        return new StackTraceElement(className, "call", file, 1);
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
