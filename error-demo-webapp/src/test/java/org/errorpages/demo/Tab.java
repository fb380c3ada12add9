package org.errorpages.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Controls a tab of the browser and records its requests since it opened the page. */
final class Tab implements AutoCloseable {

    private static final Path SCREENSHOTS =
            Path.of(Objects.requireNonNullElse(System.getProperty("screenshots"), "target/screenshots"));

    /** Tags of rules, including those that axe-core disables by default, such as target-size. */
    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

    private static final String ROOT = "document.documentElement.";

    private final Page page;
    private final List<String> requests = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    Tab(Page page) {
        this.page = page;
        page.onRequest(request -> requests.add(request.url()));
        page.onConsoleMessage(message -> messages.add(message.text()));
    }

    void fit(Window window) {
        page.setViewportSize(window.width(), window.height());
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(window.scheme()).setForcedColors(window.colors()));
    }

    void open(URI uri) {
        requests.clear();
        messages.clear();
        page.navigate(uri.toString());
    }

    Page page() {
        return page;
    }

    /** Closes the browser context too, which must be the tab's own. */
    @Override
    public void close() {
        page.context().close();
    }

    void assertNothingIsFetchedFromElsewhere(URI origin) {
        assertThat(requests).isNotEmpty().allMatch(url -> url.startsWith(origin.toString()));
        assertThat(messages).noneMatch(message -> message.contains("Content Security Policy"));
    }

    void assertFitsTheWindow() {
        assertThat(page.evaluate(ROOT + "scrollWidth <= " + ROOT + "clientWidth"))
                .as("no scrolling sideways")
                .isEqualTo(true);
    }

    /**
     * Runs axe-core on the page, without frames. Its other mode, with frames, merges the results in a new browser
     * context and takes five times as long.
     */
    @SuppressWarnings("deprecation")
    void assertIsAccessible() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var axe = new AxeBuilder(page)
                .options(options)
                .withTags(STANDARDS)
                .setLegacyMode(true)
                .analyze();
        assertThat(axe.getViolations()).isEmpty();
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
