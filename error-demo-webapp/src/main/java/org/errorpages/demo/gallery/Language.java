package org.errorpages.demo.gallery;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.i18n.Messages;
import org.errorpages.i18n.SupportedLocales.BuiltInLanguage;

/**
 * A language that the application offers.
 *
 * @param messages its texts
 * @param reviewed whether a native speaker has reviewed them
 */
record Language(Messages messages, boolean reviewed) {

    /** Returns the languages that the settings offer. */
    static List<Language> offered(ErrorPagesConfig config) {
        var reviewed = BuiltInLanguage.all().stream()
                .filter(BuiltInLanguage::reviewed)
                .map(BuiltInLanguage::tag)
                .collect(Collectors.toUnmodifiableSet());
        return config.supportedLocales().all().stream()
                .map(messages -> new Language(messages, reviewed.contains(messages.tag())))
                .toList();
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

    /** Returns its name in the language itself. */
    String ownName() {
        var locale = Locale.forLanguageTag(tag());
        return locale.getDisplayName(locale);
    }

    String englishName() {
        return Locale.forLanguageTag(tag()).getDisplayName(Locale.ENGLISH);
    }

    /** Returns its English name, its tag and whether it has been reviewed. */
    String status() {
        return englishName() + ", " + tag() + ", " + (reviewed ? "read by a native speaker" : "draft");
    }
}
