package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of what developers' pages have elsewhere and what ours has. */
final class DeveloperPageDocumentTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))\\.(\\w+)`");
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
        var named = List.of("applicationPackages", "sourcePath", "hiddenFrames", "editor", "editorPathMapping");

        assertThat(Files.readString(DOCUMENT)).contains(named);
        assertThat(ErrorPagesConfig.KEYS).containsAll(named);
    }

    @Test
    void everyIncidentAndEveryBugOfOthersHasItsTest() throws IOException {
        assertThat(rows("## Incidents of others")).hasSize(22).allMatch(row -> NAMED.matcher(row)
                .find());
        assertThat(rows("## Bugs of others")).hasSize(30).allMatch(row -> NAMED.matcher(row)
                .find());
    }

    @Test
    void everyTestThatItNamesIsOne() throws IOException {
        var named = NAMED.matcher(Files.readString(DOCUMENT)).results().toList();

        assertThat(named).hasSizeGreaterThan(52).allSatisfy(test -> assertThat(
                        annotations(test.group(1), test.group(2)))
                .as(test.group())
                .containsAnyOf("@Test", "@ParameterizedTest", "@Property", "@Case(")
                .doesNotContain("@Disabled"));
    }

    /** Returns what stands before a method of a test of any module: its annotations. */
    private static String annotations(String type, String method) {
        return sources()
                .filter(file -> file.endsWith(type + ".java"))
                .map(file -> before("    void " + method + "(", lines(file)))
                .collect(Collectors.joining());
    }

    private static String before(String method, List<String> lines) {
        int at = 0;
        while (at < lines.size() && !lines.get(at).startsWith(method)) {
            at++;
        }
        int from = at;
        while (from > 0 && !lines.get(from - 1).isBlank()) {
            from--;
        }
        return at == lines.size() ? "" : String.join("\n", lines.subList(from, at));
    }

    private static Stream<Path> sources() {
        return Stream.of("error-core", "error-servlet", "error-demo-webapp")
                .map(module -> Path.of("..", module, "src/test/java"))
                .flatMap(folder -> {
                    try (var files = Files.walk(folder)) {
                        return files.toList().stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> answers() throws IOException {
        return rows("# The developer page").stream()
                .map(row -> row.split("\\|", -1)[2].strip())
                .toList();
    }

    /** Returns the rows of the table that comes first after a heading. */
    private static List<String> rows(String heading) throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.startsWith(heading))
                .dropWhile(line -> !line.startsWith("|--"))
                .skip(1)
                .takeWhile(line -> line.startsWith("| "))
                .toList();
    }
}
