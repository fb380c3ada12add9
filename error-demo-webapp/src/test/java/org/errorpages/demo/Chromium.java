package org.errorpages.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs a real Chromium, one for all test classes, with one tab for each language.
 *
 * <p>Without a Chromium the tests are skipped; if the environment variable CI is set they fail.
 */
final class Chromium implements ExecutionCondition, BeforeAllCallback {

    private @Nullable Running running;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return path().isPresent() || System.getenv("CI") != null
                ? ConditionEvaluationResult.enabled("the pages are looked at")
                : ConditionEvaluationResult.disabled("no Chromium found in /usr/bin, so the pages are not looked at");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var chromium =
                path().orElseThrow(() -> new AssertionError("no Chromium: the tests of the pages must run in CI"));
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Chromium.class))
                .getOrComputeIfAbsent(chromium, Running::start, Running.class);
    }

    /** Returns the tab of the window's language, with the size and colors of the window. */
    Tab tab(Window window) {
        var tab = Objects.requireNonNull(running).tab(window.language());
        tab.fit(window);
        return tab;
    }

    /** Returns a new tab in its own browser context; the caller closes it. */
    Tab freshTab(Browser.NewContextOptions options) {
        return new Tab(
                Objects.requireNonNull(running).browser().newContext(options).newPage());
    }

    private static Optional<Path> path() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Holds the browser until the end of the last test class. */
    private record Running(Playwright playwright, Browser browser, Map<String, Tab> tabs) implements AutoCloseable {

        static Running start(Path chromium) {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var options = new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
            return new Running(playwright, playwright.chromium().launch(options), new HashMap<>());
        }

        Tab tab(String language) {
            return tabs.computeIfAbsent(
                    language, wished -> new Tab(browser.newPage(new Browser.NewPageOptions().setLocale(wished))));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
