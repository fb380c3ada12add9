package org.errorpages.export;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Exports as tests need them. */
final class Exports {

    static final Path FOLDER = Path.of("target/pages");

    private Exports() {}

    /** Returns the export of a shop, with more settings. */
    static Export shop(String... settings) {
        return Export.parse(Stream.concat(
                        Stream.of(FOLDER.toString(), "root=/srv/errorpages", "siteName=Harbour Books"),
                        Stream.of(settings))
                .toList());
    }

    static Export parse(String... arguments) {
        return Export.parse(List.of(arguments));
    }
}
