package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.errorpages.classify.Failures.summary;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.errorpages.status.Failure;
import org.errorpages.status.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the precedence of the built-in map, the maps of jars and the map of the application. */
final class ErrorMapLayersTest {

    private static final String CLASS = "java.lang.IllegalStateException";

    @TempDir
    private Path folder;

    @Test
    void aJarProvidesRules() throws IOException {
        try (var loader = library("shop-api", CLASS + " = 503; retry-after=7")) {
            var verdict = classify(ErrorMap.builtIn().withLibraries(loader));

            assertThat(summary(verdict)).isEqualTo("503 SELF retry=7");
            assertThat(verdict.reason().source())
                    .startsWith("file:")
                    .endsWith("/shop-api/META-INF/errorpages/error-map.properties:1");
        }
    }

    @Test
    void aJarOverrulesTheBuiltInMap() throws IOException {
        try (var loader = library("shop-api", "java.net.ConnectException = 507")) {
            var map = ErrorMap.builtIn().withLibraries(loader);

            assertThat(summary(classify(map, new ConnectException()))).isEqualTo("507 SELF");
        }
    }

    @Test
    void rulesOfAllJarsApply() throws IOException {
        var first = file("first", CLASS + " = 503");
        var second = file("second", "java.lang.ArithmeticException = 507");
        try (var loader = new URLClassLoader(new URL[] {first, second}, null)) {
            var map = ErrorMap.builtIn().withLibraries(loader);

            assertThat(summary(classify(map))).isEqualTo("503 SELF");
            assertThat(summary(classify(map, new ArithmeticException()))).isEqualTo("507 SELF");
        }
    }

    @Test
    void theApplicationOverrulesTheJars() throws IOException {
        try (var loader = library("shop-api", CLASS + " = 503")) {
            var map = ErrorMap.builtIn().withLibraries(loader).overruledBy(CLASS + " = 507", "app.properties");

            assertThat(summary(classify(map))).isEqualTo("507 SELF");
        }
    }

    @Test
    void aClassLoaderWithoutRuleFilesChangesNothing() throws IOException {
        try (var loader = new URLClassLoader(new URL[0], null)) {
            assertThat(ErrorMap.builtIn().withLibraries(loader).rules())
                    .hasSameSizeAs(ErrorMap.builtIn().rules());
        }
    }

    @Test
    void aMalformedLineOfAJarIsRejectedWithItsPosition() throws IOException {
        try (var loader = library("shop-api", "# mine\n" + CLASS + " = 200")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ErrorMap.builtIn().withLibraries(loader))
                    .withMessageContaining("shop-api/META-INF/errorpages/error-map.properties:2: cannot read '200'");
        }
    }

    @Test
    void theLaterOfTwoFilesWins() {
        var map = ErrorMap.builtIn()
                .overruledBy(CLASS + " = 503\njava.lang.ArithmeticException = 503", "first.properties")
                .overruledBy(CLASS + " = 507", "second.properties");

        assertThat(classify(map).reason().source()).isEqualTo("second.properties:1");
        assertThat(classify(map, new ArithmeticException()).reason().source()).isEqualTo("first.properties:2");
    }

    @Test
    void aRuleWithStatus500RemovesAClassFromTheMap() {
        var map = ErrorMap.builtIn().overruledBy("java.net.ConnectException = 500", "app.properties");

        assertThat(summary(classify(map, new ConnectException()))).isEqualTo("500 SELF");
        assertThat(summary(classify(map, Failures.upstream(new ConnectException()))))
                .isEqualTo("500 UPSTREAM");
    }

    @Test
    void overrulingDoesNotChangeTheOriginalMap() {
        var map = ErrorMap.builtIn();
        var overruled = map.overruledBy(CLASS + " = 503", "app.properties");

        assertThat(summary(classify(map))).isEqualTo("500 SELF");
        assertThat(summary(classify(overruled))).isEqualTo("503 SELF");
    }

    @Test
    void unknownClassesAreReportedForTheGivenFileOnly() {
        var rules = "shop.Gone = 503\nshop.Gone@upstream = 502\n%s = 503\n%s = 503\njava.util.Map$Entry = 500"
                .formatted(CLASS, ErrorMapLayersTest.class.getName());
        var map = ErrorMap.builtIn().overruledBy(rules, "app.properties");

        assertThat(map.unknownClasses("app.properties", ErrorMapLayersTest.class.getClassLoader()))
                .containsExactly("shop.Gone");
        assertThat(map.unknownClasses("other.properties", ErrorMapLayersTest.class.getClassLoader()))
                .isEmpty();
    }

    private URLClassLoader library(String name, String rules) throws IOException {
        return new URLClassLoader(new URL[] {file(name, rules)}, null);
    }

    private URL file(String name, String rules) throws IOException {
        var file = folder.resolve(name).resolve(ErrorMap.LIBRARY_FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, rules);
        return folder.resolve(name).toUri().toURL();
    }

    private static Verdict classify(ErrorMap map) {
        return classify(map, new IllegalStateException());
    }

    private static Verdict classify(ErrorMap map, Throwable thrown) {
        return new Classifier(map).classify(Failure.thrown(thrown));
    }
}
