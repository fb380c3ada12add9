package org.errorpages.i18n;

import java.util.Comparator;
import java.util.List;

/**
 * A language that comes with the framework.
 *
 * @param tag the BCP 47 tag
 * @param reviewed whether a native speaker has read the texts; they are a draft until then
 */
public record BuiltInLanguage(String tag, boolean reviewed) {

    /** Returns all languages that come with the framework, by tag. */
    public static List<BuiltInLanguage> all() {
        return LanguageFile.read("languages.properties").entrySet().stream()
                .map(entry ->
                        new BuiltInLanguage(entry.getKey(), entry.getValue().equals("native")))
                .sorted(Comparator.comparing(BuiltInLanguage::tag))
                .toList();
    }
}
