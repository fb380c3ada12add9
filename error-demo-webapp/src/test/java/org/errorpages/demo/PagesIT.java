package org.errorpages.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the pages in a real Chromium: no violation found by axe-core, nothing wider than the window, nothing fetched from
 * elsewhere; and a screenshot of each.
 */
@Tag("thorough")
final class PagesIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final List<Window> WINDOWS = List.of(
            Window.WIDE,
            Window.WIDE.dark("dark"),
            Window.of("narrow", 320, 800),
            Window.of("korean", 1024, 800).in("ko"),
            Window.of("", 400, 800).dark("korean-narrow-dark").in("ko"));

    private static @Nullable Shop development;
    private static @Nullable Shop production;

    @BeforeAll
    static void open() throws Exception {
        development = Shop.open(Shop.On.JETTY, false);
        production = Shop.open(Shop.On.JETTY, true);
    }

    @AfterAll
    static void close() {
        for (var shop : new Shop[] {development, production}) {
            if (shop != null) {
                shop.close();
            }
        }
    }

    /** Returns each page in a plain window, and those that differ in more than their text in every window. */
    static Stream<Arguments> pages() {
        var paths = Stream.concat(Stream.of("/"), Scenario.ALL.stream().map(Scenario::path));
        return paths.flatMap(path -> WINDOWS.stream()
                .filter(window -> !path.contains("?") || window.name().equals("light"))
                .flatMap(window -> Stream.of("developer", "public")
                        .filter(audience -> !path.equals("/") || audience.equals("public"))
                        .map(audience -> Arguments.of(path, audience, window))));
    }

    @ParameterizedTest(name = "{1} {0} {2}")
    @MethodSource("pages")
    void thePageIsAccessibleFitsTheWindowAndFetchesNothing(String path, String audience, Window window) {
        var tab = CHROMIUM.tab(window);
        var origin = shop(audience).uri();

        tab.open(origin.resolve(path));

        tab.assertFitsTheWindow();
        tab.screenshot(audience + name(path) + "-" + window);
        tab.assertIsAccessible();
        tab.assertNothingIsFetchedFromElsewhere(origin);
    }

    static List<Window> windows() {
        return WINDOWS;
    }

    @ParameterizedTest
    @MethodSource("windows")
    void theIncidentListIsAccessibleFitsTheWindowAndFetchesNothing(Window window) {
        var tab = CHROMIUM.tab(window);
        var origin = shop("developer").uri();
        for (var path : List.of("/fail/500", "/fail/504", "/fail/504")) {
            tab.open(origin.resolve(path));
        }

        tab.open(origin.resolve("/errorpages/incidents"));

        assertThat(tab.page().locator("li .times").count()).as("incidents").isPositive();
        tab.assertFitsTheWindow();
        tab.screenshot("developer-incidents-" + window);
        tab.assertIsAccessible();
        tab.assertNothingIsFetchedFromElsewhere(origin);
    }

    private static String name(String path) {
        return path.equals("/") ? "-index" : path.replace("/fail/", "-").replace("?kind=", "-");
    }

    private static Shop shop(String audience) {
        return Objects.requireNonNull(audience.equals("developer") ? development : production);
    }
}
