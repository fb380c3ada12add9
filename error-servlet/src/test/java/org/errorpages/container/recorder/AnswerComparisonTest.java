package org.errorpages.container.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.errorpages.container.recorder.AnswerComparison.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnswerComparisonTest {

    private static final String OURS = "HTTP/1.1 500 Server Error\nX-Robots-Tag: noindex\n\n";

    @TempDir
    private Path folder;

    private Path old;
    private Path recent;

    @BeforeEach
    void folders() throws IOException {
        old = Files.createDirectories(folder.resolve("old/public"));
        recent = Files.createDirectories(folder.resolve("new/public"));
    }

    private AnswerComparison compare(String before, String after, String substitutions) throws IOException {
        Files.writeString(old.resolve("html.en"), before);
        Files.writeString(recent.resolve("html.en"), after);
        return AnswerComparison.compare(folder.resolve("old"), folder.resolve("new"), substitutions);
    }

    @Test
    void equalAnswersAreTheSame() throws IOException {
        var comparison = compare(OURS + "a", OURS + "a", "");

        assertThat(comparison.isSame()).isTrue();
        assertThat(comparison.report()).isEqualTo("1 the same\n\nsame\n");
    }

    @Test
    void differentLinesAreShown() throws IOException {
        var comparison = compare(OURS + "a\nb\nc", OURS + "a\nB\nc", "");

        assertThat(comparison.isSame()).isFalse();
        assertThat(comparison.report()).contains("1 such as public/html.en\n    - b\n    + B\n", "\ndifferent\n");
    }

    @Test
    void wantedChangesAreTheSame() throws IOException {
        assertThat(compare(OURS + "a = transparent;", OURS + "a = wrapper;", "= transparent\\b => = wrapper")
                        .isSame())
                .isTrue();
    }

    @Test
    void pathThatTheApplicationHasLostIsGone() throws IOException {
        var comparison = compare(OURS + "a", "HTTP/1.1 404 Not Found\nDate: x\n\nnot here", "");

        assertThat(comparison.isSame()).isTrue();
        assertThat(comparison.files(Outcome.GONE)).containsExactly("public/html.en");
        assertThat(comparison.report()).contains("gone: public");
    }

    @Test
    void ourPageForAnUnknownPathIsDifferent() throws IOException {
        assertThat(compare(OURS + "a", "HTTP/1.1 404 Not Found\nX-Robots-Tag: noindex\n\n", "")
                        .files(Outcome.DIFFERENT))
                .hasSize(1);
    }

    @Test
    void answerThatIsMissingIsReported() throws IOException {
        Files.writeString(old.resolve("text.ko"), OURS);

        var comparison = compare(OURS, OURS, "");

        assertThat(comparison.isSame()).isFalse();
        assertThat(comparison.files(Outcome.MISSING)).containsExactly("public/text.ko");
    }

    @Test
    void movedLinesOfTheApplicationsSourceAreReportedApart() throws IOException {
        var comparison = compare(
                OURS + "X.y (X.java:7)\n        6  old comment\n      > 7      a();\n",
                OURS + "X.y (X.java:8)\n        7  new comment\n      > 8      a();\n",
                "");

        assertThat(comparison.isSame()).isTrue();
        assertThat(comparison.files(Outcome.SOURCE)).hasSize(1);
    }
}
