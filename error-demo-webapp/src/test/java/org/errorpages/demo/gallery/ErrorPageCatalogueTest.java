package org.errorpages.demo.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.status.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErrorPageCatalogueTest {

    private static final ErrorPageCatalogue EVERYTHING =
            ErrorPageCatalogue.in(Language.offered(ErrorPagesConfig.defaults()));

    @Test
    void theCatalogueContainsEveryStatusWithTexts() throws IOException {
        var texts = new Properties();
        try (var in = Objects.requireNonNull(Status.class.getResourceAsStream("/org/errorpages/i18n/en.properties"))) {
            texts.load(in);
        }
        var codes = texts.stringPropertyNames().stream()
                .filter(key -> key.matches("code\\.\\d+\\.title"))
                .map(key -> Integer.valueOf(key.substring(5, 8)))
                .collect(Collectors.toSet());

        assertThat(EVERYTHING.statuses())
                .extracting(Status::code)
                .doesNotHaveDuplicates()
                .hasSameElementsAs(codes);
    }

    @Test
    void theCatalogueContainsEveryBuiltInLanguage() {
        assertThat(EVERYTHING.languages())
                .extracting(Language::tag)
                .containsExactlyElementsOf(SupportedLocales.builtIn().tags());
    }

    @Test
    void theCatalogueContainsOnlyOfferedLanguages() {
        var some = Language.offered(ErrorPagesConfig.from(Map.of("locales", "ko, en")));

        assertThat(some).extracting(Language::tag).containsExactly("en", "ko");
    }

    @Test
    void theLanguageStatusNamesDrafts() {
        assertThat(EVERYTHING.languages())
                .extracting(Language::status)
                .contains("English, en, read by a native speaker")
                .anyMatch(status -> status.endsWith(", draft"));
    }

    @ParameterizedTest
    @CsvSource({
        "500, USUAL POST",
        "501, USUAL",
        "503, USUAL POST MOMENT MINUTE MINUTES HOUR LATER",
        "504, USUAL",
        "429, USUAL MOMENT MINUTE MINUTES HOUR LATER",
        "413, USUAL",
        "404, USUAL"
    })
    void aPageHasAVariantForEachAlternativeText(int code, String variants) {
        var english =
                Language.offered(ErrorPagesConfig.from(Map.of("locales", "en"))).get(0);

        var shown = PreviewOptions.usual(Status.of(code), english).variants().map(PreviewOptions::variant);

        assertThat(shown).extracting(PreviewOptions.Variant::name).isEqualTo(List.of(variants.split(" ")));
    }
}
