package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.errorpages.i18n.Messages.DeveloperTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the texts for developers and their language. */
final class DeveloperTextsTest {

    private static final String STEPS = ".steps";
    private static final Map<String, String> ENGLISH = DeveloperTexts.of("en");
    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

    @Test
    void theKoreanKeysEqualTheEnglishOnes() {
        assertThat(DeveloperTexts.of("ko").keySet()).isEqualTo(ENGLISH.keySet());
    }

    @Test
    void theKoreanTextsHaveTheEnglishPlaceholders() {
        assertThat(DeveloperTexts.of("ko")).allSatisfy((key, text) -> assertThat(BuiltInTexts.placeholders(text))
                .as(key)
                .isEqualTo(BuiltInTexts.placeholders(ENGLISH.getOrDefault(key, ""))));
    }

    @Test
    void koreanTextsAreKoreanExceptForCommands() {
        assertThat(filtered("ko", key -> !key.endsWith(STEPS)))
                .allSatisfy((key, text) -> assertThat(HANGUL.matcher(text).find())
                        .as(key)
                        .isEqualTo(!key.equals("dev.runtime.java")
                                && BuiltInTexts.withoutPlaceholders(ENGLISH.getOrDefault(key, ""))
                                        .matches(".*[a-z].*")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void everyTextIsOneLineAndEveryStepHasItsOwn(String language) {
        assertThat(DeveloperTexts.of(language)).allSatisfy((key, text) -> assertThat(
                        key.endsWith(STEPS) ? text.lines().toList() : List.of(text))
                .as(key)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .isNotBlank()
                        .isEqualTo(line.strip())
                        .doesNotContainPattern("\\p{Cntrl}|\uFFFD|<[a-z]")));
    }

    @Test
    void everyKoreanStepHasTheEnglishPlaceholders() {
        assertThat(filtered("ko", key -> key.endsWith(STEPS))).isNotEmpty().allSatisfy((key, steps) -> assertThat(
                        steps.lines().map(BuiltInTexts::placeholders))
                .as(key)
                .containsExactlyElementsOf(ENGLISH.getOrDefault(key, "")
                        .lines()
                        .map(BuiltInTexts::placeholders)
                        .toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void bracesAreOnlyUsedForPlaceholders(String language) {
        assertThat(DeveloperTexts.of(language))
                .allSatisfy((key, text) -> assertThat(BuiltInTexts.withoutPlaceholders(text))
                        .as(key)
                        .doesNotContainPattern("[{}]"));
    }

    @Test
    void everyHintHasATitleAndAText() {
        var names = ENGLISH.keySet().stream()
                .filter(key -> key.startsWith("hint."))
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .toList();

        assertThat(names).hasSizeGreaterThan(200).allSatisfy(name -> assertThat(ENGLISH)
                .containsKeys(name + ".title", name + ".text"));
    }

    private static Map<String, String> filtered(String language, Predicate<String> keys) {
        return DeveloperTexts.of(language).entrySet().stream()
                .filter(text -> keys.test(text.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @ParameterizedTest
    @CsvSource({"en, en", "ko, ko", "de, en", "ar, en", "zh-Hant, en"})
    void developerTextsAreKoreanOrElseEnglish(String header, String expected) {
        var locales = SupportedLocales.builtIn();
        var best = locales.messagesFor(List.of(header), null);

        assertThat(best.tag()).isEqualTo(header);
        assertThat(locales.forDeveloper(best).tag()).isEqualTo(expected);
        assertThat(locales.forDeveloper(best).get("dev.request"))
                .isEqualTo(DeveloperTexts.of(expected).get("dev.request"));
    }

    @Test
    void developerTextsAreEnglishIfTheApplicationOffersOnlyAnotherLanguage() {
        var locales = SupportedLocales.of(MessagesLoader.builtIn(), List.of("de"), "de");

        assertThat(locales.forDeveloper(locales.fallback()).tag()).isEqualTo("en");
    }
}
