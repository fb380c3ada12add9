package org.errorpages.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.throwable.BinaryClassNames;
import org.errorpages.throwable.CauseChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the hint values for class conflicts. */
final class ClassConflictTest {

    @TempDir
    private Path folder;

    @Test
    void theHintNamesTheConflictingJars() throws IOException {
        var first = jar("stock.jar", "1.4");
        var second = jar("stock-1.3.jar", "1.3");

        var values = told(new NoSuchMethodError("'int shop.Stock.left(java.lang.String)'"), first, second);

        assertThat(values)
                .containsEntry("class", "shop.Stock")
                .containsEntry("method", "left")
                .containsEntry("origin", "stock 1.4 (stock.jar)")
                .containsEntry("copies", "stock 1.4 (stock.jar), stock-1.3.jar")
                .containsEntry("artifact", "org.shop:stock");
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd", "a..b", "shop.Sto ck", "shop.9", "http://x.test/a", "''"})
    void aTextThatIsNotAClassNameIsNeverLookedUp(String hostile) {
        assertThat(BinaryClassNames.of(hostile)).isEmpty();
    }

    private java.util.Map<String, String> told(Throwable thrown, Path... jars) throws IOException {
        var urls = new URL[jars.length];
        for (int i = 0; i < jars.length; i++) {
            urls[i] = jars[i].toUri().toURL();
        }
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(urls, before)) {
            thread.setContextClassLoader(loader);
            var symptoms = new FailureContext(CauseChain.of(thrown).throwables(), RequestSnapshot.of("GET", "/"), "en");
            return new HintEngine(List.of())
                    .matchRules(symptoms, text -> text)
                    .get(0)
                    .values();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The content is not a class file, because a class must be located without being read. */
    private Path jar(String name, String version) throws IOException {
        var file = folder.resolve(name);
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new ZipEntry("shop/Stock.class"));
            jar.putNextEntry(new ZipEntry("META-INF/maven/org.shop/stock/pom.properties"));
            jar.write(("groupId=org.shop\nartifactId=stock\nversion=" + version).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
