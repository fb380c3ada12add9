package org.errorpages.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages in a real Chromium: no violation by axe-core, nothing wider than the window, nothing fetched from
 * elsewhere; and a screenshot of each.
 *
 * <p>Without a Chromium the tests are skipped; where the environment variable CI is set they fail.
 */
final class PagesIT {

    private static final Path SCREENSHOTS =
            Path.of(Objects.requireNonNullElse(System.getProperty("screenshots"), "target/screenshots"));

    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;
    private static @Nullable Shop development;
    private static @Nullable Shop production;

    /** A window, and what its user prefers. */
    private record Window(String name, int width, int height, ColorScheme scheme, String language) {

        static final List<Window> ALL = List.of(
                new Window("light", 1360, 900, ColorScheme.LIGHT, "en"),
                new Window("dark", 1360, 900, ColorScheme.DARK, "en"),
                new Window("narrow", 320, 800, ColorScheme.LIGHT, "en"),
                new Window("korean", 1024, 800, ColorScheme.LIGHT, "ko"),
                new Window("korean-narrow-dark", 400, 800, ColorScheme.DARK, "ko"));

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void open() throws Exception {
        var chromium = chromium();
        if (chromium.isEmpty() && System.getenv("CI") != null) {
            fail("no Chromium: the tests of the pages must run in CI");
        }
        assumeTrue(chromium.isPresent(), "no Chromium found in /usr/bin, so the pages are not looked at");
        Files.createDirectories(SCREENSHOTS);
        development = Shop.open(Shop.On.JETTY, false);
        production = Shop.open(Shop.On.JETTY, true);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void close() throws Exception {
        for (AutoCloseable resource : new AutoCloseable[] {browser, playwright, development, production}) {
            if (resource != null) {
                resource.close();
            }
        }
    }

    /** Each page in a plain window; those that differ in more than their text in every window. */
    static Stream<Arguments> pages() {
        var paths = Stream.concat(Stream.of("/"), Scenario.ALL.stream().map(Scenario::path));
        return paths.flatMap(path -> Window.ALL.stream()
                .filter(window -> !path.contains("?") || window.name().equals("light"))
                .flatMap(window -> Stream.of("developer", "public")
                        .filter(audience -> !path.equals("/") || audience.equals("public"))
                        .map(audience -> Arguments.of(path, audience, window))));
    }

    @ParameterizedTest(name = "{1} {0} {2}")
    @MethodSource("pages")
    void pageIsAccessibleFitsTheWindowAndFetchesNothing(String path, String audience, Window window) throws Exception {
        var options = new Browser.NewContextOptions()
                .setViewportSize(window.width(), window.height())
                .setColorScheme(window.scheme())
                .setLocale(window.language());
        try (var context = Objects.requireNonNull(browser).newContext(options)) {
            var page = context.newPage();
            var origin = shop(audience).uri();
            page.onRequest(request -> assertThat(request.url()).startsWithIgnoringCase(origin.toString()));
            page.onConsoleMessage(message -> assertThat(message.text()).doesNotContain("Content Security Policy"));

            page.navigate(origin.resolve(path).toString());

            assertFitsTheWindow(page);
            var axe = new AxeBuilder(page).analyze();
            screenshot(page, audience + name(path) + "-" + window);
            assertThat(axe.getViolations()).isEmpty();
        }
    }

    private static void assertFitsTheWindow(Page page) {
        var root = "document.documentElement.";
        assertThat(page.evaluate(root + "scrollWidth <= " + root + "clientWidth"))
                .as("no scrolling sideways")
                .isEqualTo(true);
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static String name(String path) {
        return path.equals("/") ? "-index" : path.replace("/fail/", "-").replace("?kind=", "-");
    }

    private static Shop shop(String audience) {
        return Objects.requireNonNull(audience.equals("developer") ? development : production);
    }

    private static Optional<Path> chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
