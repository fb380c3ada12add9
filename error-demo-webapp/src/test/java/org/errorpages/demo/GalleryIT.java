package org.errorpages.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gallery in a real Chromium. */
final class GalleryIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static @Nullable Shop shop;

    @BeforeAll
    static void open() throws Exception {
        shop = Shop.open(Shop.On.JETTY, false);
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(shop).close();
    }

    static Stream<Arguments> rooms() {
        return Stream.of("/gallery", "/gallery/503", "/gallery/ar", "/gallery/503/ko")
                .flatMap(path -> Stream.of(Window.WIDE, Window.WIDE.dark("dark"), Window.of("narrow", 320, 800))
                        .map(window -> Arguments.of(path, window)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rooms")
    void roomIsAccessibleFitsTheWindowAndFetchesNothing(String path, Window window) {
        var tab = CHROMIUM.tab(window);
        var origin = Objects.requireNonNull(shop).uri();

        tab.open(origin.resolve(path));

        tab.assertFitsTheWindow();
        tab.screenshot(path.substring(1).replace('/', '-') + "-" + window);
        tab.assertIsAccessible();
        tab.assertNothingIsFetchedFromElsewhere(origin);
    }

    /** Where the browser is told what to prefer, as in the other tests, it does not ask the frame. */
    @Test
    void sideBySideOneFrameIsLightAndTheOtherDark() {
        var tab = CHROMIUM.tab(Window.WIDE.withoutPreference());
        tab.open(Objects.requireNonNull(shop).uri().resolve("/gallery/504/en"));

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
