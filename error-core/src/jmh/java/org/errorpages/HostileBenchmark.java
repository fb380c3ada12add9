package org.errorpages;

import java.util.concurrent.TimeUnit;
import org.errorpages.render.ErrorResponse;
import org.errorpages.status.Failure;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures developer pages of very large and cyclic failures.
 *
 * <p>Each page is rendered once after five others, because a developer sees few pages of a JVM without compiled code.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class HostileBenchmark {

    /** The kind of failure. */
    @Param
    HostileFailure hostility = HostileFailure.NO_STACK;

    private ErrorPages pages = ErrorPages.of(ErrorPagesConfig.defaults());
    private Failure failure = Failure.sent(500, "", null);

    /** Creates the failure. */
    @Setup
    public void fail() {
        pages = Fixtures.builder("mode", "development", "applicationPackages", "shop")
                .build();
        failure = Failure.thrown(hostility.thrown());
    }

    /** Responds with the page. */
    @Benchmark
    public ErrorResponse page() {
        return pages.answer(failure, HostileFailure.request("text/html"));
    }
}
