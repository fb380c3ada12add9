package org.errorpages.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the gallery in a real Chromium. */
@Tag("thorough")
final class GalleryIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String PREVIEW = "/gallery/503/ko";

    /** A preference set for the browser holds in frames too and overrides the page, so both frames are dark then. */
    private static final List<Window> WINDOWS = List.of(
            Window.WIDE.withoutPreference(),
            Window.WIDE.dark("dark"),
            Window.of("narrow", 320, 800).withoutPreference());

    private static @Nullable Shop shop;

    @BeforeAll
    static void open() throws Exception {
        shop = Shop.open(Shop.On.JETTY, false);
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(shop).close();
    }

    static Stream<Arguments> pages() {
        return Stream.of("/gallery", "/gallery/503", "/gallery/ar", PREVIEW)
                .flatMap(path -> WINDOWS.stream().map(window -> Arguments.of(path, window)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void thePageIsAccessibleFitsTheWindowAndFetchesNothing(String path, Window window) {
        var tab = CHROMIUM.tab(window);
        var origin = Objects.requireNonNull(shop).uri();

        tab.open(origin.resolve(path));

        tab.assertFitsTheWindow();
        if (!path.equals(PREVIEW) || window.scheme() == ColorScheme.NO_PREFERENCE) {
            tab.screenshot(path.substring(1).replace('/', '-') + "-" + window);
        }
        tab.assertIsAccessible();
        tab.assertNothingIsFetchedFromElsewhere(origin);
    }

    @Test
    void sideBySideOneFrameIsLightAndTheOtherDark() {
        var tab = CHROMIUM.tab(Window.WIDE.withoutPreference());
        tab.open(Objects.requireNonNull(shop).uri().resolve(PREVIEW));

        var schemes = tab.page().mainFrame().childFrames().stream()
                .map(GalleryIT::isDark)
                .toList();

        assertThat(schemes).containsExactly(false, true, false, true);
    }

    private static Object isDark(Frame frame) {
        frame.waitForLoadState();
        return frame.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
    }
}
