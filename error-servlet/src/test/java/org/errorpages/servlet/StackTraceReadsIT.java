package org.errorpages.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.errorpages.container.Container;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** To read a stack trace costs as much as a whole answer: in a storm of failures nobody does. */
final class UnreadTracesIT {

    private static final String LOG_STACKS = "errorpages.logStacks";

    /** So many that most of them come while there is a storm, however slow the machine. */
    private static final int FAILURES = 300;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void inAStormNoStackTraceIsRead(Container container) throws Exception {
        try (var server = asUsersHaveIt(container)) {
            for (int i = 0; i < FAILURES; i++) {
                assertThat(server.get("/traces/fail").statusCode()).isEqualTo(500);
            }

            assertThat(Integer.parseInt(server.get("/traces/read").body())).isLessThan(FAILURES / 2);
        }
    }

    /** The build sets for all tests that each stack is logged. */
    private TestServer asUsersHaveIt(Container container) throws Exception {
        var set = System.clearProperty(LOG_STACKS);
        try {
            return container.serve(WarFolder.with(folder, ""));
        } finally {
            System.setProperty(LOG_STACKS, set);
        }
    }
}
