package org.errorpages.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Creates export options for tests. */
final class TestExports {

    static final Path FOLDER = Path.of("target/pages");

    private TestExports() {}

    /** Returns the options of a shop with additional settings. */
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
