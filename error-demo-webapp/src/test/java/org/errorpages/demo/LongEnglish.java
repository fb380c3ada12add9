package org.errorpages.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.errorpages.i18n.SupportedLocales;

/** Writes a pseudo-translation that is longer than any language: English in brackets, with accents, 40 % longer. */
final class LongEnglish {

    static final String TAG = "en-XA";

    private LongEnglish() {}

    /** Writes the texts into a folder, like an application that adds a language. */
    static void writeTo(Path folder) throws IOException {
        var english = SupportedLocales.builtIn().fallback();
        var texts = english.keys().stream()
                .filter(key -> !key.startsWith("dev."))
                .map(key -> key + " = " + (key.equals("dir") ? "ltr" : longer(english.get(key))))
                .collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("messages." + TAG + ".properties"), texts);
    }

    private static String longer(String text) {
        var accents = text.contains("{")
                ? text
                : text.replace('a', 'å').replace('e', 'é').replace('o', 'ö');
        return "⟦" + accents + " "
                + "öne twö three ".repeat(1 + text.length() * 2 / 5 / 14).strip() + "⟧";
    }
}
