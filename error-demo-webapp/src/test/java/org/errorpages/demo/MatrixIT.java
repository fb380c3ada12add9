package org.errorpages.demo;

import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.errorpages.i18n.SupportedLocales;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests public pages in the gallery in several scripts, light and dark, wide and narrow. */
@Tag("thorough")
final class MatrixIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /** Languages with different scripts and line breaking, one from right to left, and a pseudo-translation. */
    private static final List<String> LANGUAGES = List.of("en", "ko", "ar", "zh-Hant", LongEnglish.TAG);

    private static final List<Integer> CODES = List.of(500, 501, 502, 503, 504);
    private static final List<Window> WIDE = List.of(Window.WIDE, Window.WIDE.dark("dark"));
    private static final Window NARROW = Window.of("narrow", 320, 800);

    private static @Nullable Shop shop;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        LongEnglish.writeTo(folder);
        System.setProperty("errorpages.messages", folder.toUri().toString());
        try {
            shop = Shop.open(Shop.On.JETTY, true);
        } finally {
            System.clearProperty("errorpages.messages");
        }
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(shop).close();
    }

    static Stream<Arguments> matrix() {
        return LANGUAGES.stream().flatMap(language -> CODES.stream()
                .flatMap(code -> WIDE.stream().map(window -> Arguments.of(code, language, window))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("matrix")
    void thePageIsAccessibleAndFitsANarrowWindow(int code, String language, Window window) {
        var tab = CHROMIUM.tab(window);
        tab.open(page(code, language));

        tab.assertIsAccessible();

        tab.fit(window.scheme() == ColorScheme.DARK ? NARROW.dark("dark") : NARROW);
        tab.assertFitsTheWindow();
    }

    @Test
    void thePageIsAccessibleInTheColorsOfItsReader() {
        var tab = CHROMIUM.tab(Window.WIDE.forcingColors("forced"));
        tab.open(page(504, "en"));

        tab.assertIsAccessible();
        tab.screenshot("public-504-forced-colors");
    }

    static Iterable<String> everyLanguage() {
        return SupportedLocales.builtIn().tags();
    }

    @ParameterizedTest
    @MethodSource("everyLanguage")
    void everyLanguageFitsANarrowWindow(String language) {
        var tab = CHROMIUM.tab(NARROW);

        tab.open(page(504, language));

        tab.assertFitsTheWindow();
    }

    private static URI page(int code, String language) {
        return Objects.requireNonNull(shop).uri().resolve("/gallery/" + code + "/" + language + "/public");
    }
}
