package org.errorpages.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.errorpages.report.CauseReport;
import org.errorpages.trace.FrameGrouper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests exceptions that break their contract. */
final class HostileThrowableTest {

    /** Quarkus modifies the exception while it renders. */
    @Test
    void reportingDoesNotChangeTheException() {
        var thrown = nested();
        var before = printed(thrown);

        Fixtures.developerReport(thrown, "org.errorpages");

        assertThat(printed(thrown)).isEqualTo(before);
        assertThat(thrown.written).isFalse();
    }

    @Test
    void concurrentReportsOfOneExceptionAreEqual() throws Exception {
        var thrown = nested();
        var expected = Fixtures.developerReport(thrown).causes();
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<List<CauseReport>> reporting =
                    () -> Fixtures.developerReport(thrown).causes();
            for (var report : pool.invokeAll(Collections.nCopies(20, reporting))) {
                assertThat(report.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdown();
        }
    }

    static Stream<Throwable> hostile() {
        return Stream.of(
                Fixtures.withFrames(new Exception("stackless")),
                new Exception("outer", Fixtures.withFrames(new Exception("stackless cause"))),
                new Hostile() {
                    @Override
                    public StackTraceElement[] getStackTrace() {
                        throw new IllegalStateException();
                    }
                },
                new Hostile() {
                    @Override
                    @SuppressWarnings("NullAway") // breaks the contract on purpose
                    public StackTraceElement[] getStackTrace() {
                        return null;
                    }
                },
                new Hostile() {
                    @Override
                    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
                    public Throwable getCause() {
                        throw new StackOverflowError();
                    }
                },
                new Hostile() {
                    @Override
                    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
                    public Throwable getCause() {
                        return new Exception("a new one for each call", this);
                    }
                },
                new Hostile() {
                    @Override
                    public String getMessage() {
                        throw new UnsupportedOperationException();
                    }
                },
                new Hostile() {
                    @Override
                    public boolean equals(Object other) {
                        return true;
                    }

                    @Override
                    public int hashCode() {
                        throw new IllegalStateException();
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileThrowableDoesNotPreventReportsOfOthers(Throwable thrown) {
        var outer = new Exception("outer", thrown);
        outer.addSuppressed(thrown);

        var causes = Fixtures.developerReport(outer).causes();

        assertThat(causes).hasSizeBetween(2, 25);
        assertThat(causes.get(0).message()).isEqualTo("outer");
        assertThat(causes)
                .filteredOn(cause -> !cause.duplicate())
                .extracting(CauseReport::className)
                .contains(thrown.getClass().getName());
        assertThat(causes).allSatisfy(cause -> assertThat(FrameGrouper.group(cause, Fixtures.KOREAN))
                .isNotNull());
    }

    private static Watched nested() {
        var root = new Watched("root", null);
        var thrown = new Watched("thrown", root);
        thrown.addSuppressed(new Exception("suppressed", root));
        return thrown;
    }

    private static String printed(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text + Arrays.toString(thrown.getSuppressed());
    }

    @SuppressWarnings("serial")
    private abstract static class Hostile extends RuntimeException {}

    @SuppressWarnings("serial")
    private static final class Watched extends Exception {
        private boolean written;

        Watched(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        @Override
        public void setStackTrace(StackTraceElement[] stackTrace) {
            written = true;
            super.setStackTrace(stackTrace);
        }
    }
}
