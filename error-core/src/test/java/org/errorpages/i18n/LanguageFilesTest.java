package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.errorpages.resource.ClasspathResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that every language file has the keys of the English one and a review status. */
final class LanguageFilesTest {

    static Collection<String> tags() {
        return BuiltInTexts.tags();
    }

    @Test
    void everyFileIsInTheListOfLanguages() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/org/errorpages/i18n"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".properties") && !name.startsWith("language"))
                            .map(name -> name.substring(0, name.lastIndexOf('.'))))
                    .containsExactlyInAnyOrderElementsOf(tags());
        }
    }

    @ParameterizedTest
    @MethodSource("tags")
    void theKeysEqualTheEnglishOnes(String tag) {
        assertThat(BuiltInTexts.of(tag).keySet()).containsExactlyInAnyOrderElementsOf(BuiltInTexts.ENGLISH.keySet());
    }

    @ParameterizedTest
    @MethodSource("tags")
    void theKeysHaveTheOrderOfTheEnglishFile(String tag) {
        var keys = BuiltInTexts.lines(tag).stream()
                .filter(line -> line.contains(" = "))
                .map(line -> line.substring(0, line.indexOf(" = ")));
        var english = BuiltInTexts.lines("en").stream()
                .filter(line -> line.contains(" = "))
                .map(line -> line.substring(0, line.indexOf(" = ")));

        assertThat(keys).doesNotHaveDuplicates().containsExactlyElementsOf(english.toList());
    }

    @ParameterizedTest
    @MethodSource("tags")
    void everyLineIsParsedUnchanged(String tag) {
        var expected = BuiltInTexts.linesWhere(tag, (key, text) -> true);

        assertThat(BuiltInTexts.lines(tag).stream().filter(line -> !line.isEmpty() && !line.startsWith("#")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("tags")
    void theFileStartsWithItsReviewStatus(String tag) {
        var status = ClasspathResource.table(MessagesLoader.class, "languages.properties")
                .get(tag);

        assertThat(BuiltInTexts.lines(tag)).element(0).asString().startsWith("# ");
        assertThat(BuiltInTexts.lines(tag)).element(1).isEqualTo("# Review: " + status);
    }

    @ParameterizedTest
    @MethodSource("tags")
    void everyTextHasThePlaceholdersOfTheEnglishOne(String tag) {
        assertThat(BuiltInTexts.linesWhere(tag, (key, text) -> !BuiltInTexts.placeholders(text)
                        .equals(BuiltInTexts.placeholders(BuiltInTexts.english(key)))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void bracesAreOnlyUsedForPlaceholders(String tag) {
        assertThat(BuiltInTexts.linesWhere(tag, (key, text) -> BuiltInTexts.withoutPlaceholders(text)
                        .matches(".*[{}].*")))
                .isEmpty();
    }
}
