package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.errorpages.status.Failure;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the source lines around a failure in each format. */
final class SourceExcerptTest {

    private static final String NOTE = "The source file is newer than the class: these lines may have moved.";

    @TempDir
    private Path folder;

    private Path source;

    @BeforeEach
    void writeSource() throws IOException {
        source = folder.resolve("org/errorpages/SourceExcerptTest.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "before();\nList<String> </pre><script>\nafter(\"\u202E\");\n");
        setModified(Duration.ofDays(-9_000));
    }

    @Test
    void markupInTheSourceIsEscaped() {
        var page = Jsoup.parse(answer("development", "text/html"));

        assertThat(page.select(".source .line").eachText())
                .containsExactly("1before();", "2> List<String> </pre><script>", "3after(\"\\u202e\");");
        assertThat(page.select(".source .line.marked")).hasSize(1);
        assertThat(page.text()).doesNotContain(NOTE);
    }

    @Test
    void theTextFormatMarksTheLine() {
        assertThat(answer("development", "text/plain"))
                .contains(
                        """
                                1  before();
                              > 2  List<String> </pre><script>
                                3  after("\\u202e");
                        """)
                .doesNotContain(NOTE);
    }

    @Test
    void problemJsonHasFileAndLine() {
        assertThat(answer("development", "application/json"))
                .contains(
                        "\"source\":{\"file\":\"org/errorpages/SourceExcerptTest.java\",\"line\":2,\"first_line\":1,\"lines\":[",
                        "\"place\":\"" + folder)
                .doesNotContain("newer_than_class");
    }

    @Test
    void aSourceNewerThanTheClassHasANote() throws IOException {
        setModified(Duration.ofDays(1));

        assertThat(answer("development", "text/html")).contains(NOTE);
        assertThat(answer("development", "text/plain")).contains("      " + NOTE + "\n");
        assertThat(answer("development", "application/json")).contains("\"newer_than_class\":true");
        assertThat(answer("development", "application/xml")).contains("<newer_than_class>true</newer_than_class>");
    }

    @Test
    void thePublicSeesNoSource() {
        for (var type : new String[] {"text/html", "text/plain", "application/json", "application/xml"}) {
            assertThat(answer("production", type)).doesNotContain("before()", "SourceExcerptTest");
        }
    }

    private String answer(String mode, String type) {
        var thrown = new IllegalStateException();
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(getClass().getName(), "call", "SourceExcerptTest.java", 2)
        });
        return Fixtures.builder("mode", mode, "sourcePath", folder.toString())
                .build()
                .answer(Failure.thrown(thrown), Fixtures.request(type, "en"))
                .text();
    }

    private void setModified(Duration fromNow) throws IOException {
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plus(fromNow)));
    }
}
