package org.errorpages.demo.gallery;

import java.util.List;
import java.util.Locale;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.text.Messages;
import org.errorpages.text.ShippedLanguage;
import org.errorpages.text.SupportedLocales;

/**
 * A language in which the application answers.
 *
 * @param messages its texts
 * @param reviewed whether a native speaker has read them
 */
record Language(Messages messages, boolean reviewed) {

    /** Returns the languages that the settings offer. */
    static List<Language> offered(ErrorPagesConfig config) {
        return ShippedLanguage.all().stream()
                .filter(shipped ->
                        config.locales().isEmpty() || config.locales().contains(shipped.tag()))
                .map(shipped -> new Language(messages(shipped.tag()), shipped.reviewed()))
                .toList();
    }

    private static Messages messages(String tag) {
        return SupportedLocales.of(List.of(tag), tag).fallback();
    }

    String tag() {
        return messages.tag();
    }

    String direction() {
        return messages.direction();
    }

    String path() {
        return "/" + tag();
    }

    /** Returns what its speakers call it. */
    String ownName() {
        var locale = Locale.forLanguageTag(tag());
        return locale.getDisplayName(locale);
    }

    String englishName() {
        return Locale.forLanguageTag(tag()).getDisplayName(Locale.ENGLISH);
    }

    /** Returns what a reviewer has to know about it. */
    String status() {
        return englishName() + ", " + tag() + ", " + (reviewed ? "read by a native speaker" : "draft");
    }
}
