package org.errorpages.report.source;

import java.io.IOException;
import java.util.Optional;

/** A place where sources may lie. */
sealed interface SourcePlace permits SourceFolder, SourceArchive {

    /** Returns the source, or nothing where it is not here. */
    Optional<SourceText> find(SourceName name) throws IOException;
}
