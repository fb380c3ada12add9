package org.errorpages.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lists the names of the hints that have texts. */
final class HintNames {

    private static final Path TEXTS = Path.of("src/main/resources/org/errorpages/i18n/developer/hints.en.properties");

    private HintNames() {}

    static Set<String> all() {
        try {
            return Pattern.compile("(?m)^hint\\.([a-z-]+)\\.title = ")
                    .matcher(Files.readString(TEXTS))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
