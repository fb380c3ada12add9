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

/** Tests that docs/developer-page.md matches the tests and settings. */
final class DeveloperPageDocumentTest {

    private static final Pattern TEST_NAME = Pattern.compile("`([A-Z]\\w+(?:Test|IT))\\.(\\w+)`");
    private static final Path DOCUMENT = Path.of("../docs/developer-page.md");

    @Test
    void everyRowHasAYesOrNo() throws IOException {
        assertThat(answers()).hasSize(42).allMatch(answer -> answer.equals("yes") || answer.equals("no"));
    }

    @Test
    void theSumMatchesTheTable() throws IOException {
        long yes = answers().stream().filter("yes"::equals).count();

        assertThat(yes).isGreaterThanOrEqualTo(38);
        assertThat(Files.readString(DOCUMENT)).contains("Ours: " + yes + " of 42.");
    }

    @Test
    void everyNamedSettingExists() throws IOException {
        var named = List.of("applicationPackages", "sourcePath", "hiddenFrames", "editor", "editorPathMapping");

        assertThat(Files.readString(DOCUMENT)).contains(named);
        assertThat(ErrorPagesConfig.KEYS).containsAll(named);
    }

    @Test
    void everyIncidentAndBugOfOthersHasATest() throws IOException {
        assertThat(rows("## Incidents of others"))
                .hasSize(22)
                .allMatch(row -> TEST_NAME.matcher(row).find());
        assertThat(rows("## Bugs of others"))
                .hasSize(30)
                .allMatch(row -> TEST_NAME.matcher(row).find());
    }

    @Test
    void everyNamedTestExists() throws IOException {
        var named = TEST_NAME.matcher(Files.readString(DOCUMENT)).results().toList();

        assertThat(named).hasSizeGreaterThan(52).allSatisfy(test -> assertThat(
                        annotations(test.group(1), test.group(2)))
                .as(test.group())
                .containsAnyOf("@Test", "@ParameterizedTest", "@Property", "@Case(")
                .doesNotContain("@Disabled"));
    }

    /** Returns the annotations of a test method of any module. */
    private static String annotations(String type, String method) {
        return sources()
                .filter(file -> file.endsWith(type + ".java"))
                .map(file -> linesBefore("    void " + method + "(", lines(file)))
                .collect(Collectors.joining());
    }

    private static String linesBefore(String method, List<String> lines) {
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
        return rows("## Comparison").stream()
                .map(row -> row.split("\\|", -1)[2].strip())
                .toList();
    }

    /** Returns the rows of the first table after a heading. */
    private static List<String> rows(String heading) throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.startsWith(heading))
                .dropWhile(line -> !line.startsWith("|--"))
                .skip(1)
                .takeWhile(line -> line.startsWith("| "))
                .toList();
    }
}
