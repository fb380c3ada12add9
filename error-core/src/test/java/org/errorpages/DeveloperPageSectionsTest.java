package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the parts of the developer page that only some failures have. */
final class DeveloperPageSectionsTest {

    @Test
    void aRecursionShowsHowOftenItsFramesRepeat() {
        var thrown = new StackOverflowError();
        var frames = new StackTraceElement[1024];
        Arrays.fill(frames, new StackTraceElement("shop.Tree", "walk", "Tree.java", 7));
        thrown.setStackTrace(frames);

        var page = page(thrown, "applicationPackages", "shop");

        assertThat(page.select(".frames .call").eachText()).containsExactly("Tree.walk");
        assertThat(page.select(".frames + .repeats").text()).isEqualTo("↺ repeats 1024 times");
    }

    @Test
    void theHeadingAndTheTitleHaveTheFirstLineOfTheMessage() {
        var page = page(new IllegalStateException("two things:\n- one\n- two"));

        assertThat(page.select("h1").text()).endsWith(": two things:");
        assertThat(page.title()).endsWith(": two things:");
        assertThat(page.select(".causes .message"))
                .singleElement()
                .extracting(Element::wholeText)
                .isEqualTo("two things:\n- one\n- two");
    }

    @Test
    void withoutASourceThePageExplainsWhyAndWhatToSet() {
        var thrown = new IllegalStateException("a");
        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement("shop.Till", "open", "Till.java", 7)});
        assertThat(page(thrown, "applicationPackages", "shop")
                        .select(".nosource")
                        .text())
                .startsWith("No source is shown, as Till.java was not found")
                .contains("sourcePath", "-sources.jar");

        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement("shop.Till$Box", "open", null, -1)});
        assertThat(page(thrown, "applicationPackages", "shop")
                        .select(".nosource")
                        .text())
                .startsWith("No source is shown, as the class of Till.Box.open does not say")
                .contains("-g:source,lines");

        thrown.setStackTrace(new StackTraceElement[0]);
        assertThat(page(thrown, "applicationPackages", "shop").select(".nosource"))
                .isEmpty();
    }

    @Test
    void differencesAreOpenAndNearTheDiagnosis() {
        var pages = Fixtures.builder("mode", "development").build();
        var first = RequestSnapshot.of("GET", "/a")
                .withRemoteAddress("127.0.0.1")
                .withQuery("id=41")
                .withHeader("Accept", "text/html");
        pages.answer(Failure.thrown(new IllegalStateException("a")), first);

        var again = pages.answer(Failure.thrown(new IllegalStateException("a")), first.withQuery("id=42&x=1"));
        var page = Jsoup.parse(again.text());

        assertThat(page.select("header .differing").text())
                .isEqualTo("What differed from last time: parameter id 41 → 42 parameter x (none) → 1");
        assertThat(page.select(".rest > details:first-child").is("#differences[open]"))
                .isTrue();
    }

    @Test
    void eachApplicationFrameAndSourceLineLinksToTheEditor(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        Files.writeString(folder.resolve("shop/Till.java"), "\n".repeat(60));
        var thrown = new IllegalStateException("a");
        var frames = new StackTraceElement[12];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = new StackTraceElement("shop.Till", "open" + i, "Till.java", i + 1);
        }
        thrown.setStackTrace(frames);

        var page = page(
                thrown,
                "applicationPackages",
                "shop",
                "sourcePath",
                folder.toString(),
                "editor",
                "vscode",
                "editorPathMapping",
                folder + "=/home/me");

        assertThat(page.select(".frames li > a.edit").eachAttr("href"))
                .hasSize(12)
                .endsWith("vscode://file/home/me/shop/Till.java:12");
        assertThat(page.select("#source-1 a.number").eachAttr("href"))
                .startsWith("vscode://file/home/me/shop/Till.java:1", "vscode://file/home/me/shop/Till.java:2");
        assertThat(page.select(".frames li > .edit").eachAttr("aria-label")).startsWith("Open in editor: Till.java:1");
    }

    private static Document page(Throwable thrown, String... settings) {
        var all = Arrays.copyOf(settings, settings.length + 2);
        all[settings.length] = "mode";
        all[settings.length + 1] = "development";
        var answer = Fixtures.builder(all).build().answer(Failure.thrown(thrown), Fixtures.request("text/html", "en"));
        return Jsoup.parse(answer.text());
    }
}
