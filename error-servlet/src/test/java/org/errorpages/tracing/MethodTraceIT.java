package org.errorpages.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Limits the number of source files that a reader has to open to follow a throwable to its bytes. */
@Tag("thorough")
final class MethodTraceIT {

    @Test
    void aCachedPublicResponseEntersFewFiles() throws Exception {
        assertThat(MethodTrace.filesEntered("production")).hasSizeBetween(10, 40);
    }

    @Test
    void aDeveloperResponseEntersABoundedNumberOfFiles() throws Exception {
        assertThat(MethodTrace.filesEntered("development")).hasSizeBetween(10, 110);
    }
}
