package org.errorpages.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ShippedLanguageTest {

    @Test
    void allAreListedByTag() {
        assertThat(ShippedLanguage.all())
                .extracting(ShippedLanguage::tag)
                .containsExactlyElementsOf(SupportedLocales.shippedTags());
    }

    @Test
    void onlyWhatANativeSpeakerHasReadIsReviewed() {
        var statuses = LanguageFile.read("languages.properties");

        assertThat(ShippedLanguage.all())
                .contains(new ShippedLanguage("en", true))
                .allSatisfy(language ->
                        assertThat(language.reviewed()).isEqualTo("native".equals(statuses.get(language.tag()))));
        assertThat(ShippedLanguage.all()).extracting(ShippedLanguage::reviewed).contains(false);
    }
}
