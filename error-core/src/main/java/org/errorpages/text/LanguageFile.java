package org.errorpages.text;

import java.util.Map;
import org.errorpages.resource.Shipped;

/** Reads the files of this package. */
final class LanguageFile {

    private LanguageFile() {}

    /** Returns the keys and values of a file beside this class. */
    static Map<String, String> read(String name) {
        return Shipped.table(LanguageFile.class, name);
    }
}
