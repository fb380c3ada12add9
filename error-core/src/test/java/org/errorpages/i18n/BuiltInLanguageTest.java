package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import org.errorpages.i18n.SupportedLocales.BuiltInLanguage;
import org.errorpages.resource.ClasspathResource;
import org.junit.jupiter.api.Test;

final class BuiltInLanguageTest {

    @Test
    void allLanguagesAreSortedByTag() {
        assertThat(BuiltInLanguage.all())
                .extracting(BuiltInLanguage::tag)
                .containsExactlyElementsOf(SupportedLocales.builtIn().tags());
    }

    @Test
    void onlyTextsReviewedByANativeSpeakerAreMarkedReviewed() {
        var statuses = ClasspathResource.table(MessagesLoader.class, "languages.properties");

        assertThat(BuiltInLanguage.all())
                .contains(new BuiltInLanguage("en", true))
                .allSatisfy(language ->
                        assertThat(language.reviewed()).isEqualTo("native".equals(statuses.get(language.tag()))));
        assertThat(BuiltInLanguage.all()).extracting(BuiltInLanguage::reviewed).contains(false);
    }
}
