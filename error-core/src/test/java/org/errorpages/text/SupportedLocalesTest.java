package org.errorpages.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SupportedLocalesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ko                             | ko",
                "KO                             | ko",
                "ko-KR                          | ko",
                "ko_KR                          | ko",
                "ko-Kore-KR-x-private           | ko",
                "ko-x-a-b                       | ko",
                "en-US,en;q=0.9,ko;q=0.8        | en",
                "ko-KR,ko;q=0.9,en;q=0.8        | ko",
                "en;q=0.1, ko;q=0.2             | ko",
                "de-DE, de;q=0.9, ko;q=0.1      | ko",
                "de                             | en",
                "kok                            | en",
                "korean                         | en",
                "k                              | en",
                "ko;q=0                         | en",
                "ko;q=0, ko-KR                  | en",
                "ko;q=0, ko-KR, en;q=0.1        | en",
                "*                              | en",
                "*, ko;q=0                      | en",
                "*, ko;q=0.5                    | ko",
                "*, de;q=0.5                    | en",
                "*;q=0                          | en",
                "ko, *;q=0.5                    | ko",
                "\"\"                           | en",
                "!!!, ;;, ko-                   | en",
                "!!!, ko                        | ko"
            })
    void theLanguageIsLookedUp(String header, String tag) {
        assertThat(best(SupportedLocales.shipped(), header)).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({"'', ko", "de, ko", "*, ko", "en-GB, en", "'ko;q=0, de', ko"})
    void whereNothingFitsTheDefaultSpeaks(String header, String tag) {
        assertThat(best(SupportedLocales.of(List.of("en", "ko"), "ko"), header)).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko-KR", "tr-TR", "ar-EG", "az", "lt", "en-US"})
    void theMachinesLocaleMakesNoDifference(String machine) {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(machine));

            var locales = SupportedLocales.shipped();

            assertThat(best(locales, "")).isEqualTo("en");
            assertThat(best(locales, "xx")).isEqualTo("en");
            assertThat(best(locales, "KO-KR")).isEqualTo("ko");
            assertThat(best(SupportedLocales.of(List.of("en"), "EN"), "ko")).isEqualTo("en");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aLanguageThatIsNotOfferedIsNotSpoken() {
        var onlyEnglish = SupportedLocales.of(List.of("en"), "en");

        assertThat(best(onlyEnglish, "ko")).isEqualTo("en");
    }

    @Test
    void noneNamedMeansAll() {
        assertThat(best(SupportedLocales.of(List.of(), "ko"), "en")).isEqualTo("en");
        assertThat(SupportedLocales.of(List.of(), "ko").fallback().tag()).isEqualTo("ko");
        assertThat(SupportedLocales.shippedTags()).contains("en", "ko");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "../en", "languages", "", "EN"})
    void anUnknownLanguageIsRefusedWithWhatIsAllowed(String tag) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupportedLocales.of(List.of(tag), tag))
                .withMessageStartingWith("no locale '" + tag + "'; allowed: en, ko");
    }

    @Test
    void aDefaultThatIsNotOfferedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupportedLocales.of(List.of("en"), "ko"))
                .withMessage("default locale 'ko' is not offered; allowed: en");
    }

    private static String best(SupportedLocales locales, String header) {
        return locales.best(AcceptLanguage.parse(List.of(header))).tag();
    }
}
