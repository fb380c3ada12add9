package org.errorpages.i18n;

import java.util.Map;
import org.errorpages.resource.ClasspathResource;

/** Reads the files of this package. */
final class LanguageFile {

    private LanguageFile() {}

    /** Returns the keys and values of a file beside this class. */
    static Map<String, String> read(String name) {
        return ClasspathResource.table(LanguageFile.class, name);
    }
}
