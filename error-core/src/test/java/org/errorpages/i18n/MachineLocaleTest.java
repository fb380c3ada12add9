package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the default locale changes no response and no choice of a language. */
@Tag("thorough")
@Isolated("the default locale is everybody's")
final class MachineLocaleTest {

    private static final SortedMap<String, String> EXPECTED = AllResponses.all();

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko", "tr", "ar", "th-TH-u-nu-thai"})
    void everyResponseIsTheSameInAnyDefaultLocale(String machine) {
        Locale.setDefault(Locale.forLanguageTag(machine));

        assertThat(AllResponses.all()).isEqualTo(EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko", "tr", "ar", "th-TH-u-nu-thai"})
    void everyLanguageIsFoundInAnySpelling(String machine) {
        Locale.setDefault(Locale.forLanguageTag(machine));
        var locales = SupportedLocales.builtIn();

        assertThat(SupportedLocales.builtIn().tags()).allSatisfy(tag -> {
            assertThat(best(locales, tag)).isEqualTo(tag);
            assertThat(best(locales, tag.toUpperCase(Locale.ROOT))).isEqualTo(tag);
            assertThat(best(locales, tag.toLowerCase(Locale.ROOT))).isEqualTo(tag);
            assertThat(SupportedLocales.of(MessagesLoader.builtIn(), List.of(tag), tag.toUpperCase(Locale.ROOT))
                            .fallback()
                            .tag())
                    .isEqualTo(tag);
        });
        assertThat(best(locales, "ZH-TW;Q=0.9, IN-ID;Q=0.8")).isEqualTo("zh-Hant");
        assertThat(best(locales, "")).isEqualTo("en");
        assertThat(best(locales, "xx")).isEqualTo("en");
    }

    @Test
    void numbersAreWrittenInAsciiDigits() {
        assertThat(String.join("", EXPECTED.values()).codePoints()).noneMatch(c -> Character.isDigit(c) && c > '9');
    }

    private static String best(SupportedLocales locales, String header) {
        return locales.messagesFor(List.of(header), null).tag();
    }
}
