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
 * What it costs to tell a developer of a failure with three causes and sixty frames, beside what others tell of the same:
 * {@code mvn -q -Pbench -pl error-core verify}.
 *
 * <p>The others show the trace and no more: neither sources nor the request, hints or the way of the request.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class RenderingBenchmark {

    /** What is measured. */
    @Param
    public Told told = Told.BASELINE;

    private Path sources = Path.of("");
    private Supplier<byte[]> answer = () -> new byte[0];

    /** Lets the application fail. */
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

    /** Tells of the failure. */
    @Benchmark
    public byte[] answer() {
        return answer.get();
    }
}
