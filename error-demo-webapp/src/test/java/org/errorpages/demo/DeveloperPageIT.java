package org.errorpages.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the developer page in a real Chromium with keys, with the pointer, and without JavaScript. */
final class DeveloperPageIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String NO_CLIPBOARD =
            "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })";
    private static final String GROUND = "getComputedStyle(document.body).backgroundColor";
    private static final String FOCUSED = "document.activeElement.textContent.trim().replace(/\\s+/g, ' ')";

    private static @Nullable Shop shop;
    private @Nullable Tab tab;

    @BeforeAll
    static void open() throws Exception {
        shop = Shop.open(Shop.On.JETTY, false);
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(shop).close();
    }

    @BeforeEach
    void openTab() {
        tab = CHROMIUM.freshTab(new Browser.NewContextOptions()
                .setViewportSize(1360, 900)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
    }

    @AfterEach
    void closeTab() {
        Objects.requireNonNull(tab).close();
    }

    @Test
    void jAndKMoveBetweenFrames() {
        var page = failing("/fail/500");

        page.keyboard().press("j");
        var first = focused(page);
        page.keyboard().press("j");
        var second = focused(page);
        page.keyboard().press("k");

        assertThat(first).contains(".java:");
        assertThat(second).contains(".java:").isNotEqualTo(first);
        assertThat(focused(page)).isEqualTo(first);
    }

    @Test
    void theSourceOfTheSelectedFrameIsShown() {
        var page = failing("/fail/500");
        var before = shownSource(page);

        page.keyboard().press("j");
        page.keyboard().press("j");

        assertThat(before).isNotEmpty();
        assertThat(shownSource(page)).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void nMovesToTheNextCause() {
        var page = failing("/fail/504");

        page.keyboard().press("n");
        var first = article(page);
        page.keyboard().press("n");

        assertThat(article(page)).isNotEmpty().isNotEqualTo(first);
    }

    @Test
    void slashFiltersTheFramesAndEscapeShowsThemAgain() {
        var page = failing("/fail/500");
        int all = visibleFrames(page);

        page.keyboard().press("/");
        page.keyboard().type("OrderService");

        assertThat(visibleFrames(page)).isPositive().isLessThan(all);
        assertThat(page.locator(".frames li:visible").allInnerTexts())
                .allSatisfy(frame -> assertThat(frame).contains("OrderService"));

        page.keyboard().press("Escape");

        assertThat(visibleFrames(page)).isEqualTo(all);
    }

    @Test
    void theFilterFindsACollapsedFrame() {
        var page = failing("/fail/500");

        page.keyboard().press("/");
        page.keyboard().type("jetty");

        assertThat(page.locator(".fold[open] li:visible").count()).isPositive();
    }

    @Test
    void tSwitchesBetweenLightAndDarkAndThePageRemembers() {
        var page = failing("/fail/500");
        var light = page.evaluate(GROUND);

        page.keyboard().press("t");
        var dark = page.evaluate(GROUND);
        page.reload();

        assertThat(dark).isNotEqualTo(light);
        assertThat(page.evaluate(GROUND)).isEqualTo(dark);

        page.keyboard().press("t");

        assertThat(page.evaluate(GROUND)).isEqualTo(light);
    }

    @Test
    void cCopiesTheReportAsMarkdown() {
        var page = failing("/fail/500");

        page.keyboard().press("c");
        page.waitForCondition(() -> page.locator("[role=status]").innerText().equals("Copied."));

        assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo(page.locator("#copy-markdown").inputValue())
                .asString()
                .startsWith("# ")
                .contains("OrderService.java:");
    }

    @ParameterizedTest
    @CsvSource({"Copy as Markdown, copy-markdown", "Copy as text, copy-text", "Copy as curl, copy-curl"})
    void copyingWorksOverPlainHttp(String button, String copy) {
        Objects.requireNonNull(tab).page().addInitScript(NO_CLIPBOARD);
        var page = failing("/fail/500");
        assertThat(page.evaluate("navigator.clipboard === undefined")).isEqualTo(true);

        page.locator("button", new Page.LocatorOptions().setHasText(button)).click();
        page.waitForCondition(() -> page.locator("[role=status]").innerText().equals("Copied."));
        page.locator("[data-filter]").focus();
        page.keyboard().press("Control+v");

        // A field for one line takes the text without its line breaks.
        assertThat(page.locator("[data-filter]").inputValue().replaceAll("\\s", ""))
                .isNotEmpty()
                .isEqualTo(page.locator("#" + copy).inputValue().replaceAll("\\s", ""));
        assertThat(page.locator("#copies").getAttribute("open")).isNull();
    }

    @Test
    void pShowsThePublicPage() {
        var page = failing("/fail/500");

        page.keyboard().press("p");

        assertThat(page.frameLocator("iframe").locator("h1").innerText()).isEqualTo("Something went wrong on our side");
        assertThat(page.frameLocator("iframe").locator("body").evaluate("body => getComputedStyle(body).maxWidth"))
                .as("the frame has its style")
                .isNotNull();
        assertThat(page.locator("iframe").getAttribute("sandbox")).isEmpty();
    }

    @Test
    void theQuestionMarkListsTheKeys() {
        var page = failing("/fail/500");

        page.keyboard().press("?");

        assertThat(page.locator("dialog").isVisible()).isTrue();
        Objects.requireNonNull(tab).assertIsAccessible();

        page.keyboard().press("Escape");

        assertThat(page.locator("dialog").isVisible()).isFalse();
    }

    /** WCAG 2.2, success criterion 2.1.4. */
    @Test
    void singleKeysCanBeDisabled() {
        var page = failing("/fail/500");
        var light = page.evaluate(GROUND);
        page.keyboard().press("?");

        page.locator("[data-keys]").uncheck();
        page.keyboard().press("Escape");
        page.keyboard().press("t");

        assertThat(page.evaluate(GROUND)).isEqualTo(light);
        page.reload();
        page.keyboard().press("t");
        assertThat(page.evaluate(GROUND)).isEqualTo(light);
    }

    @Test
    void shortcutsOfTheBrowserAreKept() {
        var page = failing("/fail/500");
        var light = page.evaluate(GROUND);

        page.keyboard().press("Control+t");
        page.keyboard().press("Alt+t");

        assertThat(page.evaluate(GROUND)).isEqualTo(light);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fail/500", "/fail/504"})
    void thePageIsCompleteWithoutJavaScript(String path) {
        Objects.requireNonNull(tab).close();
        tab = CHROMIUM.freshTab(
                new Browser.NewContextOptions().setViewportSize(1360, 900).setJavaScriptEnabled(false));
        var page = failing(path);
        var before = shownSource(page);

        assertThat(before).contains(".java:");
        assertThat(page.locator("button:visible, kbd:visible, input:visible").count())
                .as("nothing that would not work")
                .isZero();
        var closed = page.locator("main details:not([open]) > summary");
        while (closed.count() > 0) {
            closed.first().click();
        }
        assertThat(page.locator("#copy-markdown").isVisible()).isTrue();
        assertThat(page.locator("dt:text-is('Accept')").first().isVisible()).isTrue();

        page.locator(".frames a").last().click();

        assertThat(shownSource(page)).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void foreignScriptsDoNotRun() {
        var page = failing("/fail/500");

        page.evaluate("() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
                + " document.body.append(s); }");

        assertThat(page.evaluate("window.ran")).isNull();
    }

    private Page failing(String path) {
        var opened = Objects.requireNonNull(tab);
        opened.open(Objects.requireNonNull(shop).uri().resolve(path));
        return opened.page();
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate(FOCUSED));
    }

    private static String article(Page page) {
        return String.valueOf(
                page.evaluate("document.activeElement.closest('article').querySelector('h3').textContent"));
    }

    private static String shownSource(Page page) {
        return String.join(" ", page.locator(".source:visible h2").allInnerTexts());
    }

    private static int visibleFrames(Page page) {
        return page.locator(".frames li:visible").count();
    }
}
