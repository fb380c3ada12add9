package org.errorpages.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the library of a frame with real jars. */
final class ClassOriginsTest {

    private static final String CLASS = "lib/Client.class";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            jar:file:/m2/stock-core-1.2.3.jar!/shop/Stock.class                 | stock-core-1.2.3.jar | :stock-core
            jar:file:/app.jar!/BOOT-INF/lib/stock-2.0-rc1.jar!/shop/Stock.class | stock-2.0-rc1.jar    | :stock
            jar:nested:/app.jar/!BOOT-INF/lib/stock.jar!/shop/Stock.class       | stock.jar            | -
            file:/home/me/shop/target/classes/shop/Stock.class                  | shop/target/classes  | -
            """)
    void anOriginHasLabelAndCoordinates(String url, String label, @Nullable String artifact) {
        var origin = new ClassOrigins.ClassFile("shop.Stock", URI.create(url)).origin();

        assertThat(origin.label()).isEqualTo(label);
        assertThat(origin.coordinates()).isEqualTo(artifact);
    }

    @Test
    void nameAndVersionComeFromThePomOfTheJar() throws IOException {
        assertThat(library(
                        "renamed.jar",
                        CLASS,
                        "",
                        "META-INF/maven/org.acme/client/pom.properties",
                        pom("client", "1.2")))
                .hasValue("client 1.2");
    }

    @Test
    void amongSeveralPomsTheOneThatMatchesTheFileNameIsUsed() throws IOException {
        assertThat(library(
                        "client-2.0-all.jar",
                        CLASS,
                        "",
                        "META-INF/maven/org.acme/other/pom.properties",
                        pom("other", "1.2"),
                        "META-INF/maven/org.acme/client/pom.properties",
                        pom("client", "2.0")))
                .hasValue("client 2.0");
    }

    @ParameterizedTest
    @CsvSource({
        "Implementation-Title: Acme Client|Implementation-Version: 3.1, Acme Client 3.1",
        "Bundle-SymbolicName: org.acme.client;singleton:=true|Bundle-Version: 3.1.0, org.acme.client 3.1.0",
        "Implementation-Title: Acme Client, file 9",
        "Created-By: me, file 9"
    })
    void nameAndVersionComeFromTheManifestOrTheFileName(String lines, String expected) throws IOException {
        var manifest = "Manifest-Version: 1.0\n" + lines.replace("|", "\n") + "\n\n";

        assertThat(library("file-9.jar", CLASS, "", "META-INF/MANIFEST.MF", manifest))
                .hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource({"client-1.2.jar, client 1.2", "my-client-1.2-rc.1.jar, my-client 1.2-rc.1", "client.jar, client"})
    void aFileNameIsSplitIntoNameAndVersion(String file, String expected) throws IOException {
        assertThat(library(file, CLASS, "")).hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource({"'no manifest\0at all'", "'Manifest-Version: 1.0\n Implementation'"})
    void withABrokenManifestTheFileNameIsUsed(String manifest) throws IOException {
        assertThat(library("client-1.2.jar", CLASS, "", "META-INF/MANIFEST.MF", manifest))
                .hasValue("client 1.2");
    }

    @Test
    void anInvalidPomIsIgnored() throws IOException {
        assertThat(library("c-1.jar", CLASS, "", "META-INF/maven/a/b/pom.properties", pom("../../etc", "1")))
                .hasValue("c 1");
        assertThat(library("d-1.jar", CLASS, "", "META-INF/maven/a/b/pom.properties", "\\u00zz = 1"))
                .hasValue("d 1");
    }

    @Test
    void aModuleIsNamedWithItsVersion() {
        var origins = new ClassOrigins();

        assertThat(origins.libraryOf(frame("java.base", "17.0.15", "java.lang.String")))
                .hasValue("java.base 17.0.15");
        assertThat(origins.libraryOf(frame(null, null, "java.lang.String"))).hasValue("java.base");
        assertThat(origins.libraryOf(frame("shop.core", null, "shop.Order"))).hasValue("shop.core");
    }

    @ParameterizedTest
    @CsvSource({
        "'<script>', 1, ''",
        "'../../x', 1, ''",
        "java.base, '1 2\n3', java.base",
        "java.base, '1/../2', java.base",
        "java.base, '<b>', java.base"
    })
    void aForgedModuleNameOrVersionIsIgnored(String module, String version, String expected) {
        var library = new ClassOrigins().libraryOf(frame(module, version, "no.such.Class"));

        assertThat(library.orElse("")).isEqualTo(expected);
    }

    @Test
    void aClassInAFolderOrAnUnknownClassHasNoLibrary() throws IOException {
        Files.createDirectories(folder.resolve("classes/shop"));
        Files.writeString(folder.resolve("classes/shop/Order.class"), "");

        Jars.loading(List.of(folder.resolve("classes")), () -> {
            var origins = new ClassOrigins();
            assertThat(origins.libraryOf(frame(null, null, "shop.Order"))).isEmpty();
            assertThat(origins.isUnpacked("shop.Order")).isTrue();
            assertThat(origins.libraryOf(frame(null, null, "no.such.Class"))).isEmpty();
            assertThat(origins.libraryOf(frame(null, null, "../../etc/passwd"))).isEmpty();
            return origins;
        });
    }

    @Test
    void aJarIsReadOncePerReport() throws IOException {
        var jar = folder.resolve("lib-1.jar");
        Jars.write(jar, CLASS, "", "lib/Other.class", "");

        var found = Jars.loading(List.of(jar), () -> {
            var origins = new ClassOrigins();
            var titles = new ArrayList<Optional<String>>();
            titles.add(origins.libraryOf(frame(null, null, "lib.Client")));
            overwrite(jar);
            titles.add(origins.libraryOf(frame(null, null, "lib.Other")));
            return titles;
        });

        assertThat(found).containsExactly(Optional.of("lib 1"), Optional.of("lib 1"));
    }

    @Test
    @Timeout(20)
    void manyFramesOfUnknownClassesTakeLittleTime() {
        var origins = new ClassOrigins();
        for (int i = 0; i < 100_000; i++) {
            assertThat(origins.libraryOf(frame(null, null, "forged.Class" + i))).isEmpty();
        }
    }

    private Optional<String> library(String file, String... namesAndTexts) throws IOException {
        var jar = folder.resolve(file);
        Jars.write(jar, namesAndTexts);
        return Jars.loading(List.of(jar), () -> new ClassOrigins().libraryOf(frame(null, null, "lib.Client")));
    }

    private static void overwrite(Path jar) {
        try {
            Files.delete(jar);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pom(String name, String version) {
        return "groupId=org.acme\nartifactId=" + name + "\nversion=" + version + "\n";
    }

    private static StackTraceElement frame(@Nullable String module, @Nullable String version, String className) {
        return new StackTraceElement(null, module, version, className, "call", "Any.java", 1);
    }
}
