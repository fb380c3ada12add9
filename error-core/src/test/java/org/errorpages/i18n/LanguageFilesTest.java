package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language file holds what the English one holds, and says who has read it. */
final class LanguageFilesTest {

    static Collection<String> tags() {
        return ShippedTexts.tags();
    }

    @Test
    void everyFileIsNamedInTheListOfLanguages() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/org/errorpages/i18n"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".properties") && !name.startsWith("language"))
                            .map(name -> name.substring(0, name.lastIndexOf('.'))))
                    .containsExactlyInAnyOrderElementsOf(tags());
        }
    }

    @ParameterizedTest
    @MethodSource("tags")
    void noKeyIsMissingAndNoneIsExtra(String tag) {
        assertThat(ShippedTexts.of(tag).keySet()).containsExactlyInAnyOrderElementsOf(ShippedTexts.ENGLISH.keySet());
    }

    @ParameterizedTest
    @MethodSource("tags")
    void keysStandInTheOrderOfTheEnglishFileEachOnce(String tag) {
        var keys = ShippedTexts.lines(tag).stream()
                .filter(line -> line.contains(" = "))
                .map(line -> line.substring(0, line.indexOf(" = ")));
        var english = ShippedTexts.lines("en").stream()
                .filter(line -> line.contains(" = "))
                .map(line -> line.substring(0, line.indexOf(" = ")));

        assertThat(keys).doesNotHaveDuplicates().containsExactlyElementsOf(english.toList());
    }

    @ParameterizedTest
    @MethodSource("tags")
    void aLineReadsAsItIsWritten(String tag) {
        var expected = ShippedTexts.linesWhere(tag, (key, text) -> true);

        assertThat(ShippedTexts.lines(tag).stream().filter(line -> !line.isEmpty() && !line.startsWith("#")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("tags")
    void theFileSaysAtItsTopWhoHasReadIt(String tag) {
        var status = LanguageFile.read("languages.properties").get(tag);

        assertThat(ShippedTexts.lines(tag)).element(0).asString().startsWith("# ");
        assertThat(ShippedTexts.lines(tag)).element(1).isEqualTo("# Review: " + status);
    }

    @ParameterizedTest
    @MethodSource("tags")
    void everyTextHasThePlaceholdersOfTheEnglishOne(String tag) {
        assertThat(ShippedTexts.linesWhere(tag, (key, text) -> !ShippedTexts.placeholders(text)
                        .equals(ShippedTexts.placeholders(ShippedTexts.english(key)))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void bracesStandForPlaceholdersOnly(String tag) {
        assertThat(ShippedTexts.linesWhere(tag, (key, text) -> ShippedTexts.withoutPlaceholders(text)
                        .matches(".*[{}].*")))
                .isEmpty();
    }
}
