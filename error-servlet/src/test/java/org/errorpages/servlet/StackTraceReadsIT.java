package org.errorpages.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.errorpages.container.Container;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that throttled failures don't read stack traces, which costs as much as a response. */
@Tag("thorough")
final class StackTraceReadsIT {

    private static final String LOG_STACKS = "errorpages.logStacks";

    /** Enough failures to be throttled even on a slow machine. */
    private static final int FAILURES = 300;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void noStackTraceIsReadWhileFailuresAreThrottled(Container container) throws Exception {
        try (var server = withDefaultLogging(container)) {
            for (int i = 0; i < FAILURES; i++) {
                assertThat(server.get("/traces/fail").statusCode()).isEqualTo(500);
            }

            assertThat(Integer.parseInt(server.get("/traces/read").body())).isLessThan(FAILURES / 2);
        }
    }

    /** For all other tests the build enables the log of each stack trace. */
    private TestServer withDefaultLogging(Container container) throws Exception {
        var set = System.clearProperty(LOG_STACKS);
        try {
            return container.serve(WarFolder.with(folder, ""));
        } finally {
            System.setProperty(LOG_STACKS, set);
        }
    }
}
