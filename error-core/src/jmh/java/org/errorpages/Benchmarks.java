package org.errorpages;

import java.io.IOException;
import org.errorpages.status.ClassifierBenchmark;
import org.openjdk.jmh.runner.RunnerException;

/** All benchmarks of the core, one table after the other: {@code mvn -q -Pbench -pl error-core verify}. */
final class Benchmarks {

    private Benchmarks() {}

    /** Runs the benchmarks. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        ClassifierBenchmark.main(arguments);
        System.out.println();
        RenderingBenchmark.main(arguments);
    }
}
