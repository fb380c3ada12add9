package org.errorpages.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Exports as tests need them. */
final class Exports {

    static final Path FOLDER = Path.of("target/pages");

    private Exports() {}

    /** Returns the export of a shop, with more settings. */
    static ExportOptions shop(String... settings) {
        return ExportOptions.parse(Stream.concat(
                        Stream.of(FOLDER.toString(), "root=/srv/errorpages", "siteName=Harbour Books"),
                        Stream.of(settings))
                .toList());
    }

    static ExportOptions parse(String... arguments) {
        return ExportOptions.parse(List.of(arguments));
    }
}
