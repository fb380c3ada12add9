package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

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
                "eo-XX, eo;q=0.9, ko;q=0.1      | ko",
                "eo                             | en",
                "kok                            | en",
                "korean                         | en",
                "k                              | en",
                "ko;q=0                         | en",
                "ko;q=0, ko-KR                  | en",
                "ko;q=0, ko-KR, en;q=0.1        | en",
                "*                              | en",
                "*, ko;q=0                      | en",
                "*, ko;q=0.5                    | ko",
                "*, eo;q=0.5                    | en",
                "*;q=0                          | en",
                "ko, *;q=0.5                    | ko",
                "\"\"                           | en",
                "!!!, ;;, ko-                   | en",
                "!!!, ko                        | ko",
                "en;q=1.5, ko                   | ko",
                "en;q=abc, ko                   | ko",
                "en;q=-1, ko                    | ko",
                "abcdefghijklmnopqrst, ko       | ko",
                "en_US.UTF-8, ko                | ko",
                "en;q=0, ko;q=0.001             | ko",
                "en;q=0                         | en",
                "*, en;q=0, ko;q=0.1            | ko",
                "de;q=0.5, ko;q=0.5             | de",
                "POSIX                          | en",
                // Chinese: the region implies the script, an explicit script overrides the region.
                "zh                             | zh-Hans",
                "zh-CN                          | zh-Hans",
                "zh-SG                          | zh-Hans",
                "zh-MY                          | zh-Hans",
                "zh-TW                          | zh-Hant",
                "zh-HK                          | zh-Hant",
                "zh-MO                          | zh-Hant",
                "zh_TW                          | zh-Hant",
                "zh-Hans-TW                     | zh-Hans",
                "zh-Hant-CN                     | zh-Hant",
                "zh-Hant-HK-x-a                 | zh-Hant",
                "yue                            | zh-Hant",
                "yue-HK                         | zh-Hant",
                "cmn-CN                         | zh-Hans",
                "zh-TW;q=0.5, zh-CN;q=0.4       | zh-Hant",
                "zh-TW, zh-Hant;q=0             | en",
                "zh-TW;q=0, zh;q=0.5            | zh-Hans",
                "zh-Hant-TW                     | zh-Hant",
                "zh-Hans-HK                     | zh-Hans",
                "zh-Hant-u-nu-hanidec           | zh-Hant",
                "zh-US                          | zh-Hans",
                "cmn                            | zh-Hans",
                "cmn-Hans-CN                    | zh-Hans",
                "cmn-Hant                       | zh-Hant",
                "cmn-Hant-TW                    | zh-Hant",
                "cmn-TW                         | zh-Hant",
                "zh-cmn-Hans-CN                 | zh-Hans",
                "zh-cmn-Hant-TW                 | zh-Hant",
                "zh-yue                         | zh-Hant",
                "zh-yue-HK                      | zh-Hant",
                "yue-Hans                       | zh-Hans",
                "yue-CN                         | zh-Hans",
                "zh;q=0, zh-Hant                | zh-Hant",
                "zh-Hans;q=0, zh                | en",
                "zh-Hans;q=0, zh, zh-TW;q=0.1   | zh-Hant",
                // Portuguese: Brazil has its own file, all others share that of Portugal.
                "pt                             | pt",
                "pt-PT                          | pt",
                "pt-AO                          | pt",
                "pt-BR                          | pt-BR",
                "PT-br                          | pt-BR",
                "pt-BR;q=0, pt                  | pt",
                "pt-MZ                          | pt",
                "pt-PT, pt-BR;q=0.9             | pt",
                "pt;q=0, pt-BR                  | pt-BR",
                "pt;q=0, pt-AO                  | en",
                // Norwegian and deprecated tags.
                "no                             | nb",
                "no-NO                          | nb",
                "nn                             | nb",
                "nb-NO                          | nb",
                "nn-NO, en;q=0.5                | nb",
                "no;q=0, nb                     | nb",
                "nb;q=0, no, sv;q=0.1           | sv",
                "iw                             | he",
                "iw-IL                          | he",
                "he                             | he",
                "in-ID                          | id",
                "in                             | id",
                "id-ID                          | id",
                "ji, yi                         | en",
                "mo                             | ro",
                "mo-MD                          | ro",
                "ro-MD                          | ro",
                "tl-PH                          | fil",
                "fil                            | fil",
                // Regions of languages with one file.
                "es-419                         | es",
                "es-MX                          | es",
                "fr-CA                          | fr",
                "de-CH-1996                     | de",
                "sr-Latn-RS                     | sr",
                "sr-Cyrl-BA                     | sr",
                "sh, bs                         | en",
                "th-TH-u-nu-thai                | th",
                "ar-u-nu-latn                   | ar",
                "en-a-bbb-x-a-ccc               | en",
                "fr-u                           | fr",
                "ar-EG                          | ar",
                "uk-UA, ru;q=0.9                | uk",
                "C                              | en",
                "und                            | en",
                "i-klingon                      | en",
                "x-private                      | en"
            })
    void theBestLanguageIsSelected(String header, String tag) {
        assertThat(best(SupportedLocales.builtIn(), header)).isEqualTo(tag);
    }

    /** A reader of European Portuguese may not want Brazilian Portuguese. */
    @ParameterizedTest
    @CsvSource({"pt-PT, en", "pt, en", "pt-BR, pt-BR", "pt-BR-x-a, pt-BR"})
    void aLanguageIsNotReplacedByASimilarOne(String header, String tag) {
        assertThat(best(SupportedLocales.of(MessagesLoader.builtIn(), List.of("en", "pt-BR"), "en"), header))
                .isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({"'', ko", "de, ko", "*, ko", "en-GB, en", "'ko;q=0, de', ko", "zh-TW, ko"})
    void withoutAMatchTheDefaultIsSelected(String header, String tag) {
        assertThat(best(SupportedLocales.of(MessagesLoader.builtIn(), List.of("en", "ko"), "ko"), header))
                .isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko-KR", "tr-TR", "ar-EG", "az", "lt", "en-US"})
    void theDefaultLocaleHasNoInfluence(String machine) {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(machine));

            var locales = SupportedLocales.builtIn();

            assertThat(best(locales, "")).isEqualTo("en");
            assertThat(best(locales, "xx")).isEqualTo("en");
            assertThat(best(locales, "KO-KR")).isEqualTo("ko");
            assertThat(best(SupportedLocales.of(MessagesLoader.builtIn(), List.of("en"), "EN"), "ko"))
                    .isEqualTo("en");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aLanguageThatIsNotOfferedIsNotSelected() {
        var onlyEnglish = SupportedLocales.of(MessagesLoader.builtIn(), List.of("en"), "en");

        assertThat(best(onlyEnglish, "ko")).isEqualTo("en");
    }

    @Test
    void anEmptyListOffersAllLanguages() {
        assertThat(best(SupportedLocales.of(MessagesLoader.builtIn(), List.of(), "ko"), "en"))
                .isEqualTo("en");
        assertThat(SupportedLocales.of(MessagesLoader.builtIn(), List.of(), "ko")
                        .fallback()
                        .tag())
                .isEqualTo("ko");
        assertThat(SupportedLocales.builtIn().tags()).contains("en", "ko");
    }

    @Test
    void allReturnsTheTextsOfTheOfferedLanguages() {
        assertThat(SupportedLocales.of(MessagesLoader.builtIn(), List.of("ko", "en"), "en")
                        .all())
                .extracting(Messages::tag)
                .containsExactly("en", "ko");
        assertThat(SupportedLocales.builtIn().all())
                .hasSameSizeAs(SupportedLocales.builtIn().tags());
    }

    @Test
    void rangesAreTheTagsAndAliasesOfOfferedLanguagesLongestFirst() {
        assertThat(SupportedLocales.of(MessagesLoader.builtIn(), List.of("pt", "pt-BR", "zh-Hant", "nb"), "pt")
                        .tagsByRange())
                .containsExactly(
                        entry("zh-cmn-hant", "zh-Hant"),
                        entry("zh-cmn-tw", "zh-Hant"),
                        entry("cmn-hant", "zh-Hant"),
                        entry("zh-hant", "zh-Hant"),
                        entry("cmn-tw", "zh-Hant"),
                        entry("zh-yue", "zh-Hant"),
                        entry("pt-br", "pt-BR"),
                        entry("zh-hk", "zh-Hant"),
                        entry("zh-mo", "zh-Hant"),
                        entry("zh-tw", "zh-Hant"),
                        entry("yue", "zh-Hant"),
                        entry("nb", "nb"),
                        entry("nn", "nb"),
                        entry("no", "nb"),
                        entry("pt", "pt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "../en", "languages", "", "EN"})
    void anUnknownLanguageIsRejectedWithTheAllowedOnes(String tag) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupportedLocales.of(MessagesLoader.builtIn(), List.of(tag), tag))
                .withMessage("no locale '" + tag + "'; allowed: "
                        + String.join(", ", SupportedLocales.builtIn().tags()));
    }

    @Test
    void aDefaultThatIsNotOfferedIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupportedLocales.of(MessagesLoader.builtIn(), List.of("en"), "ko"))
                .withMessage("default locale 'ko' is not offered; allowed: en");
    }

    private static String best(SupportedLocales locales, String header) {
        return locales.messagesFor(List.of(header), null).tag();
    }
}
