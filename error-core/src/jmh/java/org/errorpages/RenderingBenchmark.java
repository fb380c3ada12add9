package org.errorpages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the developer page for three causes with sixty frames, compared with other projects:
 * {@code mvn -q -Pbench -pl error-core verify}.
 *
 * <p>The pages of other projects show the trace only, without sources, request, hints and hops.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class RenderingBenchmark {

    /** The measured page or text. */
    @Param
    public RenderingCandidate told = RenderingCandidate.BASELINE;

    private Path sources = Path.of("");
    private Supplier<byte[]> answer = () -> new byte[0];

    /** Creates the failure and its sources. */
    @Setup
    public void fail() throws IOException {
        sources = Files.createTempDirectory("shop");
        ShopFailure.writeSources(sources);
        answer = told.of(sources);
    }

    /** Removes the sources of the application. */
    @TearDown
    public void tidyUp() throws IOException {
        ShopFailure.removeSources(sources);
    }

    /** Renders the failure. */
    @Benchmark
    public byte[] answer() {
        return answer.get();
    }
}
