package org.errorpages.classify;

import java.io.Serial;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.errorpages.status.Failure;
import org.errorpages.status.Verdict;
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
 * Measures time and memory of a classification if all classes are known: {@code mvn -Pbench}.
 *
 * <p>It allocates the verdict (56 bytes) and its reason (40). For a class whose rules match stack frames, such as a timeout,
 * the JDK also copies the stack trace.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class ClassifierBenchmark {

    private final Classifier classifier = new Classifier(ErrorMap.builtIn());
    private final Throwable bug = new NullPointerException("order is null");

    /** A failure wrapped by exceptions of an application. */
    @State(Scope.Benchmark)
    public static class Chain {

        /** The number of throwables from the thrown one to the root cause. */
        @Param({"1", "3", "5", "50"})
        public int depth;

        private Throwable timeout = new TimeoutException("no answer in 3 s");
        private Throwable pool = new SQLTransientConnectionException("no connection in 3 s");

        /** Wraps the failures. */
        @Setup
        public void wrap() {
            timeout = wrapped(timeout);
            pool = wrapped(pool);
        }

        private Throwable wrapped(Throwable root) {
            var outermost = root;
            for (int wrappers = 1; wrappers < depth; wrappers++) {
                outermost = new OrderFailed("order " + wrappers + " failed", outermost);
            }
            return outermost;
        }
    }

    /** Classifies a wrapped timeout, whose rules match stack frames. */
    @Benchmark
    public Verdict timeout(Chain chain) {
        return classifier.classify(Failure.thrown(chain.timeout));
    }

    /** Classifies a wrapped exhausted connection pool. */
    @Benchmark
    public Verdict pool(Chain chain) {
        return classifier.classify(Failure.thrown(chain.pool));
    }

    /** Classifies an exception without a rule. */
    @Benchmark
    public Verdict bugWithoutRule() {
        return classifier.classify(Failure.thrown(bug));
    }

    /** An exception of the application without a rule. */
    private static final class OrderFailed extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1;

        OrderFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
