package org.errorpages.i18n;

import java.util.Comparator;
import java.util.List;
import org.errorpages.resource.ClasspathResource;

/**
 * A built-in language.
 *
 * @param tag the BCP 47 tag
 * @param reviewed whether a native speaker has reviewed the texts
 */
public record BuiltInLanguage(String tag, boolean reviewed) {

    /** Returns all built-in languages, sorted by tag. */
    public static List<BuiltInLanguage> all() {
        return ClasspathResource.table(BuiltInLanguage.class, "languages.properties").entrySet().stream()
                .map(entry ->
                        new BuiltInLanguage(entry.getKey(), entry.getValue().equals("native")))
                .sorted(Comparator.comparing(BuiltInLanguage::tag))
                .toList();
    }
}
