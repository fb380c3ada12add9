package org.errorpages;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks and prints one table: {@code mvn -q -Pbench -pl error-core verify}, or with
 * {@code -Dbench.only=AnswerBenchmark} some of them.
 */
final class Benchmarks {

    /** The metric of the profiler for the bytes of one operation. */
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** The name of the baseline of a class. */
    private static final Map<String, String> BASELINES =
            Map.of("AnswerBenchmark", "copyOfThePage", "RenderingBenchmark", "answer BASELINE");

    private Benchmarks() {}

    /** Runs the benchmarks whose names match the first argument. */
    public static void main(String[] arguments) throws RunnerException {
        var options = new OptionsBuilder()
                .include(arguments[0])
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        print(new Runner(options).run().stream().map(Row::of).toList());
    }

    private static void print(Collection<Row> rows) {
        System.out.printf("%-52s %10s %8s %8s %10s%n", "benchmark", "ns/op", "± 99.9%", "times", "B/op");
        for (var row : rows) {
            System.out.printf(
                    Locale.ROOT,
                    "%-52s %10.0f %8.0f %8s %10.0f%n",
                    row.type() + "." + row.name(),
                    row.time(),
                    row.error(),
                    row.times(rows),
                    row.bytes());
        }
    }

    /**
     * A result: time and memory of a benchmark with its parameters.
     *
     * @param type the class
     * @param name the method and the parameters
     */
    private record Row(String type, String name, double time, double error, double bytes) {

        static Row of(RunResult result) {
            var parts = List.of(result.getParams().getBenchmark().split("\\."));
            var parameters = result.getParams().getParamsKeys().stream()
                    .map(key -> " " + result.getParams().getParam(key))
                    .collect(Collectors.joining());
            var time = result.getPrimaryResult();
            var memory = Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED));
            return new Row(
                    parts.get(parts.size() - 2),
                    parts.get(parts.size() - 1) + parameters,
                    time.getScore(),
                    time.getScoreError(),
                    memory.getScore());
        }

        /** Returns the ratio of its time to that of the baseline. */
        String times(Collection<Row> rows) {
            return rows.stream()
                    .filter(row -> row.type().equals(type) && row.name().equals(BASELINES.get(type)))
                    .map(baseline -> "%.1f".formatted(time / baseline.time()))
                    .findFirst()
                    .orElse("");
        }
    }
}
