package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.errorpages.classify.Failures.said;

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

/** The built-in map, that of each jar, that of the application: a later one wins. */
final class LayersTest {

    private static final String CLASS = "java.lang.IllegalStateException";

    @TempDir
    private Path folder;

    @Test
    void aJarBringsAlongItsRules() throws IOException {
        try (var loader = library("shop-api", CLASS + " = 503; retry-after=7")) {
            var verdict = classify(ErrorMap.builtIn().withLibraries(loader));

            assertThat(said(verdict)).isEqualTo("503 SELF retry=7");
            assertThat(verdict.reason().source())
                    .startsWith("file:")
                    .endsWith("/shop-api/META-INF/errorpages/error-map.properties:1");
        }
    }

    @Test
    void aJarOverrulesTheBuiltInMap() throws IOException {
        try (var loader = library("shop-api", "java.net.ConnectException = 507")) {
            var map = ErrorMap.builtIn().withLibraries(loader);

            assertThat(said(classify(map, new ConnectException()))).isEqualTo("507 SELF");
        }
    }

    @Test
    void eachOfManyJarsHasItsSay() throws IOException {
        var first = file("first", CLASS + " = 503");
        var second = file("second", "java.lang.ArithmeticException = 507");
        try (var loader = new URLClassLoader(new URL[] {first, second}, null)) {
            var map = ErrorMap.builtIn().withLibraries(loader);

            assertThat(said(classify(map))).isEqualTo("503 SELF");
            assertThat(said(classify(map, new ArithmeticException()))).isEqualTo("507 SELF");
        }
    }

    @Test
    void theApplicationOverrulesTheJars() throws IOException {
        try (var loader = library("shop-api", CLASS + " = 503")) {
            var map = ErrorMap.builtIn().withLibraries(loader).overruledBy(CLASS + " = 507", "app.properties");

            assertThat(said(classify(map))).isEqualTo("507 SELF");
        }
    }

    @Test
    void aLoaderWithoutFilesChangesNothing() throws IOException {
        try (var loader = new URLClassLoader(new URL[0], null)) {
            assertThat(ErrorMap.builtIn().withLibraries(loader).rules())
                    .hasSameSizeAs(ErrorMap.builtIn().rules());
        }
    }

    @Test
    void aLineOfAJarThatCannotBeReadIsRefusedWithItsPlace() throws IOException {
        try (var loader = library("shop-api", "# mine\n" + CLASS + " = 200")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ErrorMap.builtIn().withLibraries(loader))
                    .withMessageContaining("shop-api/META-INF/errorpages/error-map.properties:2: cannot read '200'");
        }
    }

    @Test
    void theLaterOfTwoWins() {
        var map = ErrorMap.builtIn()
                .overruledBy(CLASS + " = 503\njava.lang.ArithmeticException = 503", "first.properties")
                .overruledBy(CLASS + " = 507", "second.properties");

        assertThat(classify(map).reason().source()).isEqualTo("second.properties:1");
        assertThat(classify(map, new ArithmeticException()).reason().source()).isEqualTo("first.properties:2");
    }

    @Test
    void fiveHundredTakesAClassOutAgain() {
        var map = ErrorMap.builtIn().overruledBy("java.net.ConnectException = 500", "app.properties");

        assertThat(said(classify(map, new ConnectException()))).isEqualTo("500 SELF");
        assertThat(said(classify(map, Failures.upstream(new ConnectException()))))
                .isEqualTo("500 UPSTREAM");
    }

    @Test
    void aMapIsLeftAsItIsByWhatOverrulesIt() {
        var map = ErrorMap.builtIn();
        var overruled = map.overruledBy(CLASS + " = 503", "app.properties");

        assertThat(said(classify(map))).isEqualTo("500 SELF");
        assertThat(said(classify(overruled))).isEqualTo("503 SELF");
    }

    @Test
    void classesThatAreNotThereAreToldOnlyForTheFile() {
        var rules = "shop.Gone = 503\nshop.Gone@upstream = 502\n%s = 503\n%s = 503\njava.util.Map$Entry = 500"
                .formatted(CLASS, LayersTest.class.getName());
        var map = ErrorMap.builtIn().overruledBy(rules, "app.properties");

        assertThat(map.unknownClasses("app.properties", LayersTest.class.getClassLoader()))
                .containsExactly("shop.Gone");
        assertThat(map.unknownClasses("other.properties", LayersTest.class.getClassLoader()))
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
