package org.errorpages.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language file holds what the English one holds, as plain text that can be shown anywhere. */
final class LanguageFilesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w*}");

    private static final Map<String, String> ENGLISH = LanguageFile.read("en.properties");

    static Collection<String> tags() {
        return SupportedLocales.shippedTags();
    }

    @Test
    void everyFileIsNamedInTheListOfLanguages() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/org/errorpages/text"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".properties") && !name.startsWith("language"))
                            .map(name -> name.substring(0, name.lastIndexOf('.'))))
                    .containsExactlyInAnyOrderElementsOf(tags());
        }
    }

    @ParameterizedTest
    @MethodSource("tags")
    void noKeyIsMissingAndNoneIsExtra(String tag) {
        assertThat(texts(tag).keySet()).containsExactlyInAnyOrderElementsOf(ENGLISH.keySet());
    }

    @ParameterizedTest
    @MethodSource("tags")
    void everyTextHasThePlaceholdersOfTheEnglishOne(String tag) {
        assertThat(texts(tag)).allSatisfy((key, text) -> assertThat(placeholders(text))
                .as(key)
                .isEqualTo(placeholders(Objects.requireNonNull(ENGLISH.get(key)))));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void bracesStandForPlaceholdersOnly(String tag) {
        assertThat(texts(tag))
                .allSatisfy((key, text) -> assertThat(PLACEHOLDER.matcher(text).replaceAll(""))
                        .as(key)
                        .doesNotContain("{", "}"));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void noTextIsEmptyOrPadded(String tag) {
        assertThat(texts(tag))
                .allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank().isEqualTo(text.strip()));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void noTextHoldsMarkup(String tag) {
        assertThat(texts(tag))
                .allSatisfy((key, text) ->
                        assertThat(text).as(key).doesNotContain("<", ">").doesNotContainPattern("&#?\\w+;"));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void noTextHoldsCharactersThatAreNotSeenOrWereLost(String tag) {
        assertThat(texts(tag))
                .allSatisfy((key, text) -> assertThat(text.codePoints().filter(LanguageFilesTest::isUnseenOrLost))
                        .as(key)
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("tags")
    void everyTextIsInNormalForm(String tag) {
        assertThat(texts(tag))
                .allSatisfy((key, text) ->
                        assertThat(text).as(key).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC)));
    }

    @Test
    void koreanTextsAreWrittenInHangul() {
        assertThat(LanguageFile.read("ko.properties"))
                .allSatisfy((key, text) -> assertThat(key.equals("dir") || isHangul(key, text))
                        .as(key + " = " + text)
                        .isTrue());
    }

    private static Map<String, String> texts(String tag) {
        return LanguageFile.read(tag + ".properties");
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static boolean isUnseenOrLost(int c) {
        int type = Character.getType(c);
        // Persian, Urdu, Hindi and Bengali are spelt with joiners and non-joiners.
        boolean joins = c == 0x200C || c == 0x200D;
        return c == 0xFFFD
                || type == Character.CONTROL
                || (type == Character.FORMAT && !joins)
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** A developer may read some names of classes and methods. */
    private static boolean isHangul(String key, String text) {
        var letters = PLACEHOLDER
                .matcher(text)
                .replaceAll("")
                .codePoints()
                .filter(Character::isLetter)
                .boxed()
                .toList();
        var hangul = letters.stream()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL)
                .count();
        return key.startsWith("dev.") ? hangul > 0 : hangul * 2 > letters.size();
    }
}
