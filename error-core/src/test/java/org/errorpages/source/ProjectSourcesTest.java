package org.errorpages.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.errorpages.source.SourceFinder.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests sources found without a setting: in the project of a class, and in the caches of build tools. */
final class ProjectSourcesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "pom.xml,          target/classes,              src/main/java",
        "pom.xml,          target/classes,              src/main/kotlin",
        "pom.xml,          target/test-classes,         src/test/java",
        "pom.xml,          target/shop/WEB-INF/classes, src/main/java",
        "pom.xml,          target/classes,              target/generated-sources/annotations",
        "build.gradle,     build/classes/java/main,     src/main/java",
        "build.gradle.kts, build/classes/kotlin/main,   src/main/kotlin",
        "build.gradle,     build/classes/java/test,     src/test/java",
        "build.gradle,     build/classes/java/main,     build/generated/sources/annotationProcessor/java/main",
        ".classpath,       bin/main,                    src/main/java"
    })
    void aSourceIsFoundInTheProjectOfTheClass(String build, String classes, String sources) throws IOException {
        write(build, "");
        write(classes + "/shop/Order.class", "");
        write(sources + "/shop/Order.java", "the source");

        var found = Jars.loading(List.of(folder.resolve(classes)), () -> source("shop.Order", "Order.java"));

        assertThat(found).hasValueSatisfying(source -> {
            assertThat(source.text()).isEqualTo("the source");
            assertThat(source.path()).isNotNull();
        });
    }

    @Test
    void withoutABuildFileNoParentFolderIsSearched() throws IOException {
        write("target/classes/shop/Order.class", "");
        write("src/main/java/shop/Order.java", "somebody's");

        assertThat(Jars.loading(List.of(folder.resolve("target/classes")), () -> source("shop.Order", "Order.java")))
                .isEmpty();
    }

    @Test
    void aSourceIsFoundInTheSiblingModuleOfTheWebApplication() throws IOException {
        write("pom.xml", "");
        write("web/pom.xml", "");
        write("core/pom.xml", "");
        write("core/src/main/java/shop/Tax.java", "of the module");
        var jar = folder.resolve("web/target/web-1.0/WEB-INF/lib/core-1.0.jar");
        Jars.write(jar, "shop/Tax.class", "");

        assertThat(Jars.loading(List.of(jar), () -> source("shop.Tax", "Tax.java")))
                .map(SourceText::text)
                .hasValue("of the module");
    }

    @Test
    void aSourcesJarInGradlesCacheIsFound() throws IOException {
        var version = folder.resolve("caches/modules-2/files-2.1/org.acme/client/1.2");
        var jar = version.resolve("aa11/client-1.2.jar");
        Jars.write(jar, "lib/Client.class", "");
        Jars.write(version.resolve("bb22/client-1.2-sources.jar"), "lib/Client.java", "cached");

        assertThat(Jars.loading(List.of(jar), () -> source("lib.Client", "Client.java")))
                .hasValueSatisfying(source -> {
                    assertThat(source.text()).isEqualTo("cached");
                    assertThat(source.location()).isEqualTo("client-1.2-sources.jar!/lib/Client.java");
                    assertThat(source.path()).isNull();
                });
    }

    @Test
    void aFolderWithAnotherNameIsNotGradlesCache() throws IOException {
        var version = folder.resolve("own/org.acme/client/1.2");
        var jar = version.resolve("aa11/client-1.2.jar");
        Jars.write(jar, "lib/Client.class", "");
        Jars.write(version.resolve("bb22/client-1.2-sources.jar"), "lib/Client.java", "not cached");

        assertThat(Jars.loading(List.of(jar), () -> source("lib.Client", "Client.java")))
                .isEmpty();
    }

    @Test
    void aSourcesJarInTheLocalMavenRepositoryIsFound() throws IOException {
        var jar = folder.resolve("WEB-INF/lib/renamed.jar");
        Jars.write(jar, "lib/Client.class", "", "META-INF/maven/org.acme/client/pom.properties", pom("org.acme"));
        Jars.write(
                folder.resolve("repository/org/acme/client/1.2/client-1.2-sources.jar"),
                "lib/Client.java",
                "of the repository");

        assertThat(Jars.loading(List.of(jar), () -> source("lib.Client", "Client.java")))
                .map(SourceText::text)
                .hasValue("of the repository");
    }

    @ParameterizedTest
    @CsvSource({"../secret", "org/../../secret", "./../secret", "FOLDER/secret"})
    void aForgedPomCannotLeaveTheRepository(String forged) throws IOException {
        // An absolute path replaces the path of the repository.
        var group = forged.replace("FOLDER", folder.toString());
        var jar = folder.resolve("WEB-INF/lib/renamed.jar");
        Jars.write(jar, "lib/Client.class", "", "META-INF/maven/org.acme/client/pom.properties", pom(group));
        Jars.write(folder.resolve("secret/client/1.2/client-1.2-sources.jar"), "lib/Client.java", "secret");

        assertThat(Jars.loading(List.of(jar), () -> source("lib.Client", "Client.java")))
                .isEmpty();
    }

    @Test
    void aKotlinSourceFolderMayOmitTheCommonPackages() throws IOException {
        write("main/tax/Table.kt", "package com.acme.shop.tax\n\nfun rate() = 19\n");
        write("main/Till.kt", "package com.acme.shop\nfun open() {}\n");

        assertThat(source("com.acme.shop.tax.TableKt", "Table.kt"))
                .hasValueSatisfying(source -> assertThat(source.text()).contains("rate()"));
        assertThat(source("com.acme.shop.TillKt", "Till.kt")).isPresent();
    }

    @Test
    void aFileWithTheSameNameInAnotherPackageIsIgnored() throws IOException {
        write("main/Till.kt", "package com.other\nfun open() {}\n");
        write("main/Order.java", "package com.other;");

        assertThat(source("com.acme.shop.TillKt", "Till.kt")).isEmpty();
        assertThat(source("com.other.Order", "Order.java")).isEmpty();
    }

    /** Jooby searches for a file with the name of the class. */
    @ParameterizedTest
    @CsvSource({"shop.Order$Item", "shop.Order$1", "shop.Receipt", "shop.Order$Item$Part"})
    void nestedAndSecondaryClassesAreFoundInTheirFile(String className) throws IOException {
        write("main/shop/Order.java", "class Order { class Item {} } class Receipt {}");

        assertThat(source(className, "Order.java")).isPresent();
    }

    private Optional<SourceText> source(String className, String file) {
        return new LocalSourceFinder(
                        List.of(folder.resolve("main")), folder.resolve("jdk"), folder.resolve("repository"))
                .find(new StackTraceElement(className, "call", file, 1));
    }

    private static String pom(String group) {
        return "groupId=" + group + "\nartifactId=client\nversion=1.2\n";
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
