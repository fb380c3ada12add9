package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What developers are told, and in which language. */
final class DeveloperTextsTest {

    private static final String STEPS = ".steps";
    private static final Map<String, String> ENGLISH = DeveloperTexts.of("en");
    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

    @Test
    void koreanSaysWhatEnglishSays() {
        assertThat(DeveloperTexts.of("ko").keySet()).isEqualTo(ENGLISH.keySet());
    }

    @Test
    void koreanHasThePlaceholdersOfEnglish() {
        assertThat(DeveloperTexts.of("ko")).allSatisfy((key, text) -> assertThat(ShippedTexts.placeholders(text))
                .as(key)
                .isEqualTo(ShippedTexts.placeholders(ENGLISH.getOrDefault(key, ""))));
    }

    @Test
    void koreanIsKoreanButForStepsThatAreCommands() {
        assertThat(filtered("ko", key -> !key.endsWith(STEPS)))
                .allSatisfy((key, text) -> assertThat(HANGUL.matcher(text).find())
                        .as(key)
                        .isEqualTo(!key.equals("dev.runtime.java")
                                && ShippedTexts.withoutPlaceholders(ENGLISH.getOrDefault(key, ""))
                                        .matches(".*[a-z].*")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void everyTextSaysSomethingOnOneLineAndStepsOnOneEach(String language) {
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
    void koreanHasThePlaceholdersOfEnglishInEachStep() {
        assertThat(filtered("ko", key -> key.endsWith(STEPS))).isNotEmpty().allSatisfy((key, steps) -> assertThat(
                        steps.lines().map(ShippedTexts::placeholders))
                .as(key)
                .containsExactlyElementsOf(ENGLISH.getOrDefault(key, "")
                        .lines()
                        .map(ShippedTexts::placeholders)
                        .toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void bracesStandForPlaceholdersOnly(String language) {
        assertThat(DeveloperTexts.of(language))
                .allSatisfy((key, text) -> assertThat(ShippedTexts.withoutPlaceholders(text))
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
    void developerIsSpokenToInKoreanOrElseInEnglish(String wished, String spoken) {
        var locales = SupportedLocales.shipped();
        var best = locales.best(AcceptLanguage.parse(List.of(wished)));

        assertThat(best.tag()).isEqualTo(wished);
        assertThat(locales.forDeveloper(best).tag()).isEqualTo(spoken);
        assertThat(locales.forDeveloper(best).get("dev.request"))
                .isEqualTo(DeveloperTexts.of(spoken).get("dev.request"));
    }

    @Test
    void developerIsSpokenToInEnglishWhereTheApplicationOffersOnlyAnotherLanguage() {
        var locales = SupportedLocales.of(List.of("de"), "de");

        assertThat(locales.forDeveloper(locales.fallback()).tag()).isEqualTo("en");
    }
}
