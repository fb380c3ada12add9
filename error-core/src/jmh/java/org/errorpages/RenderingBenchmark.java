package org.errorpages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

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

    /** What the profiler calls the bytes of one answer. */
    private static final String ALLOCATED = "gc.alloc.rate.norm";

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

    /** Runs the benchmarks and prints a line for each. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        var options = new OptionsBuilder()
                .include(RenderingBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        print(new Runner(options).run());
    }

    private static void print(Collection<RunResult> results) throws IOException {
        System.out.printf(
                "%-26s %10s %8s %6s %10s %6s %8s%n", "told", "ns/op", "± 99.9%", "times", "B/op", "times", "size");
        RunResult baseline = null;
        for (var result : results) {
            baseline = baseline == null ? result : baseline;
            var time = result.getPrimaryResult();
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %10.0f %8.0f %6.1f %10.0f %6.1f %8d%n",
                    told(result),
                    time.getScore(),
                    time.getScoreError(),
                    time.getScore() / baseline.getPrimaryResult().getScore(),
                    bytes(result),
                    bytes(result) / bytes(baseline),
                    size(told(result)));
        }
    }

    private static Told told(RunResult result) {
        return Told.valueOf(result.getParams().getParam("told"));
    }

    private static double bytes(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED))
                .getScore();
    }

    /** Returns how many bytes the answer has. */
    private static int size(Told told) throws IOException {
        var once = new RenderingBenchmark();
        once.told = told;
        once.fail();
        try {
            return IntStream.range(0, 20).map(any -> once.answer().length).max().orElseThrow();
        } finally {
            once.tidyUp();
        }
    }
}
