package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of what developers' pages have elsewhere and what ours has. */
final class DeveloperPageDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/developer-page.md");

    @Test
    void everyRowOfTheSurveyIsAnswered() throws IOException {
        assertThat(answers()).hasSize(42).allMatch(answer -> answer.equals("yes") || answer.equals("no"));
    }

    @Test
    void theSumIsThatOfTheTable() throws IOException {
        long yes = answers().stream().filter("yes"::equals).count();

        assertThat(yes).isGreaterThanOrEqualTo(38);
        assertThat(Files.readString(DOCUMENT)).contains("Ours: " + yes + " of 42.");
    }

    @Test
    void everySettingThatItNamesIsOne() throws IOException {
        var named = List.of("applicationPackages", "sourcePath", "hiddenFrames", "editor", "editorPath");

        assertThat(Files.readString(DOCUMENT)).contains(named);
        assertThat(ErrorPagesConfig.KEYS).containsAll(named);
    }

    private static List<String> answers() throws IOException {
        try (var lines = Files.lines(DOCUMENT)) {
            return lines.filter(line -> line.startsWith("| ") && !line.startsWith("| feature "))
                    .map(line -> line.split("\\|", -1)[2].strip())
                    .toList();
        }
    }
}
