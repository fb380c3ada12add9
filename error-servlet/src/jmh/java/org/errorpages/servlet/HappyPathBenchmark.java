package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.errorpages.ErrorPages;
import org.errorpages.ErrorPagesConfig;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures the cost of the filter for a successful request, compared with an empty filter: {@code mvn -Pbench}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class HappyPathBenchmark {

    /** The name of the profiler's figure for allocated bytes per request. */
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final HttpServletRequest request = new Get();
    private final HttpServletResponse response = new HttpServletResponseWrapper(stub(HttpServletResponse.class));
    private final Filter empty =
            (passedRequest, passedResponse, chain) -> chain.doFilter(passedRequest, passedResponse);
    private final ErrorPageFilter errorPages = new ErrorPageFilter(ErrorPages.of(ErrorPagesConfig.defaults()));

    /** Starts the filter as a container does. */
    @Setup
    public void start() throws ServletException {
        errorPages.init(stub(FilterConfig.class));
    }

    /** Passes a request through an empty filter. */
    @Benchmark
    public void nothing(Blackhole servlet) throws IOException, ServletException {
        empty.doFilter(request, response, chain(servlet));
    }

    /** Passes a request through the filter. */
    @Benchmark
    public void errorPages(Blackhole servlet) throws IOException, ServletException {
        errorPages.doFilter(request, response, chain(servlet));
    }

    private static FilterChain chain(Blackhole servlet) {
        return (passedRequest, passedResponse) -> {
            servlet.consume(passedRequest);
            servlet.consume(passedResponse);
        };
    }

    /** Runs the benchmarks and prints a line for each. */
    public static void main(String[] arguments) throws RunnerException {
        var options = new OptionsBuilder()
                .include(HappyPathBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        System.out.printf("%-16s %10s %8s %8s%n", "filter", "ns/op", "± 99.9%", "B/op");
        for (var result : new Runner(options).run()) {
            var time = result.getPrimaryResult();
            var memory = Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED));
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %10.1f %8.1f %8.0f%n",
                    time.getLabel(),
                    time.getScore(),
                    time.getScoreError(),
                    memory.getScore());
        }
    }

    /** A request whose accessors cost nearly nothing. */
    private static final class Get extends HttpServletRequestWrapper {

        Get() {
            super(stub(HttpServletRequest.class));
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public DispatcherType getDispatcherType() {
            return DispatcherType.REQUEST;
        }
    }

    /** Returns a stub of a container without settings and files. */
    private static <T> T stub(Class<T> type) {
        var proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            var returned = method.getReturnType();
            if (returned == ServletContext.class) {
                return stub(ServletContext.class);
            }
            if (returned == Map.class) {
                return Map.of();
            }
            return returned == java.util.Enumeration.class ? Collections.emptyEnumeration() : null;
        });
        return type.cast(proxy);
    }
}
