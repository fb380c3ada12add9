package org.errorpages.servlet.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.servlet.FakeServletContext.code;
import static org.errorpages.servlet.FakeServletContext.page;
import static org.errorpages.servlet.FakeServletContext.type;

import jakarta.servlet.ServletException;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.errorpages.servlet.ErrorPageFilter;
import org.errorpages.servlet.FakeServletContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the precedence of entries and the detection of our own. */
final class ApplicationErrorPagesMergingTest {

    private static final String OURS = "/errorpages";

    @Test
    void anEntryOfWebXmlOverridesThatOfAFragment() {
        var pages = FakeServletContext.with(
                        code(404, "/web") + type(IOException.class, "/web-io") + page("", "/web-any"))
                .fragment("a.jar", code(404, "/a") + type(IOException.class, "/a-io") + page("", "/a-any"))
                .pages();

        assertThat(pages.forStatus(404)).contains("/web");
        assertThat(pages.forException(new IOException())).contains("/web-io");
        assertThat(pages.forStatus(599)).contains("/web-any");
    }

    @Test
    void fragmentsAddToWebXml() {
        var pages = FakeServletContext.with(code(404, "/web"))
                .fragment("a.jar", code(403, "/a"))
                .fragment("b.jar", type(IOException.class, "/b"))
                .pages();

        assertThat(pages.described()).containsExactly("403", "404", "java.io.IOException");
    }

    @Test
    void aLaterEntryOfAFileWins() {
        assertThat(FakeServletContext.with(code(404, "/first") + code(404, "/second"))
                        .pages()
                        .forStatus(404))
                .contains("/second");
    }

    @Test
    void theEntryOfTheFirstFragmentWins() {
        var pages = new FakeServletContext()
                .fragment("b.jar", code(404, "/b"))
                .fragment("a.jar", code(404, "/a"))
                .pages();

        assertThat(pages.forStatus(404)).contains("/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, OURS + "?a=1", " " + OURS + " "})
    void anEntryForOurPageIsNotThatOfTheApplication(String location) {
        var pages = FakeServletContext.with(
                        code(500, location) + type(IOException.class, location) + page("", location))
                .pages();

        assertThat(pages.forStatus(500)).isEmpty();
        assertThat(pages.forException(new IOException())).isEmpty();
        assertThat(pages.forStatus(599)).isEmpty();
        assertThat(pages.codes()).isEmpty();
        assertThat(pages.described()).isEmpty();
    }

    @Test
    void aPathWithOurPrefixBelongsToTheApplication() {
        assertThat(FakeServletContext.with(code(500, OURS + "/x")).pages().forStatus(500))
                .contains(OURS + "/x");
    }

    @Test
    void anEntryOfWebXmlForOurPageHasTheUsualPrecedence() {
        var pages = FakeServletContext.with(code(500, OURS)
                        + type(IOException.class, OURS)
                        + type(Exception.class, "/exception")
                        + page("", "/default"))
                .fragment("a.jar", code(500, "/a"))
                .pages();

        assertThat(pages.forStatus(500)).isEmpty();
        assertThat(pages.forException(new FileNotFoundException())).isEmpty();
        assertThat(pages.namesOwnPageFor(new FileNotFoundException())).isTrue();
        assertThat(pages.namesOwnPageFor(new ServletException(new Exception()))).isFalse();
        assertThat(pages.namesOwnPageFor(new Error())).isFalse();
        assertThat(pages.described()).containsExactly("java.lang.Exception", "default");
    }

    @Test
    void anEntryOfAFragmentForOurPageIsIgnored() {
        var pages = FakeServletContext.with(page("", "/default"))
                .fragment("a.jar", code(500, OURS))
                .fragment("b.jar", code(500, "/b") + type(IOException.class, OURS))
                .pages();

        assertThat(pages.forStatus(500)).contains("/b");
        assertThat(pages.namesOwnPageFor(new IOException())).isFalse();
    }

    @Test
    void ourFragmentIsIgnoredForEveryLocationOfOurPage() {
        var application = FakeServletContext.with(page("", "/default"))
                .fragment("error-servlet.jar", "<name>errorpages</name>" + code(500, "/errorpages"));
        var pages = ApplicationErrorPages.of(application.context(), "/moved");

        assertThat(pages.forStatus(500)).contains("/default");
        assertThat(pages.codes()).isEmpty();
    }

    @Test
    void ourBuiltInFragmentIsIgnored() throws IOException {
        try (var shipped = ErrorPageFilter.class.getResourceAsStream("/META-INF/web-fragment.xml")) {
            var xml = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            var application = new FakeServletContext().jar("error-servlet.jar", xml);

            assertThat(ApplicationErrorPages.of(application.context(), "/moved").described())
                    .isEmpty();
            assertThat(WebDescriptor.of(
                                    XmlElement.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))),
                                    "web-fragment")
                            .pages())
                    .hasSize(9)
                    .containsEntry("500", OURS);
        }
    }
}
