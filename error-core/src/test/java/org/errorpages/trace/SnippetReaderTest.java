package org.errorpages.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.errorpages.redact.Redactor;
import org.errorpages.report.Snippet;
import org.errorpages.source.SourceFinder;
import org.errorpages.source.SourceFinder.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the redacted lines around a line. */
final class SnippetReaderTest {

    private static final String TWENTY =
            IntStream.rangeClosed(1, 20).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));

    @ParameterizedTest
    @CsvSource({"1, 1, 6", "6, 1, 11", "7, 2, 11", "15, 10, 11", "20, 15, 6"})
    void aSnippetHasFiveLinesBeforeAndAfter(int line, int first, int count) {
        var snippet = snippet(TWENTY, line).orElseThrow();

        assertThat(snippet.firstLine()).isEqualTo(first);
        assertThat(snippet.lines()).hasSize(count);
        assertThat(snippet.lines().get(line - first)).isEqualTo("line " + line);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -2, -1, 0, 21, 26, 1_000, Integer.MAX_VALUE})
    void aLineOutsideTheFileHasNoSnippet(int line) {
        assertThat(snippet(TWENTY, line)).isEmpty();
    }

    @Test
    void anEmptyFileHasNoSnippet() {
        assertThat(snippet("", 1)).isEmpty();
    }

    @Test
    void linesAreSplitAsTheCompilerSplitsThem() {
        assertThat(snippet("a\r\nb\rc\nd", 3).orElseThrow().lines()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void numberedLinesBeginWithMarkAndNumber() {
        assertThat(snippet(TWENTY, 9).orElseThrow().numberedLines())
                .startsWith("   4  line 4")
                .contains(">  9  line 9", "  10  line 10")
                .endsWith("  14  line 14");
    }

    @Test
    void aLongLineIsCut() {
        var line = snippet("x".repeat(500), 1).orElseThrow().lines().get(0);

        assertThat(line).isEqualTo("x".repeat(400) + " …");
    }

    @Test
    void invisibleCharactersAreEscaped() {
        var line = snippet("\ta\0b\u202E\u001B[31m\uFEFFc", 1)
                .orElseThrow()
                .lines()
                .get(0);

        assertThat(line).isEqualTo("\ta\\u0000b\\u202e\\u001b[31m\\ufeffc");
    }

    @Test
    void secretsInLinesAreRedacted() {
        var text = "var url = \"jdbc:x://user:hunter2@db\";\nvar password = \"hunter2\";\n" + "x".repeat(390)
                + " password=hunter2hunter2";

        assertThat(snippet(text, 1).orElseThrow().lines())
                .allSatisfy(line -> assertThat(line).doesNotContain("hunter"))
                .hasSize(3);
    }

    private static Optional<Snippet> snippet(String text, int line) {
        var reader = new SnippetReader(SourceFinder.none(), Redactor.standard(), System::nanoTime);
        return Optional.ofNullable(
                reader.snippet(new SourceText("shop/Order.java", text, false, "shop/Order.java", null), line));
    }
}
