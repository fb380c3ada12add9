package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import org.errorpages.ErrorPages;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;
import org.errorpages.status.UpstreamException;
import org.errorpages.status.Verdict.Disposition;
import org.errorpages.throwable.CauseChain;
import org.jspecify.annotations.Nullable;

/** Tests that any chain, even a hostile one, gets a response after a bounded number of steps. */
@Tag("thorough")
final class ClassificationPropertyTest {

    /** The maximum number of reads for each throwable. */
    private static final int MAX_READS = 50;

    private static final String HUGE = "x".repeat(50_000_000);
    private static final List<@Nullable String> MESSAGES = messages();
    private static final List<Supplier<Throwable>> ERRORS = List.of(
            IllegalStateException::new,
            StackOverflowError::new,
            OutOfMemoryError::new,
            () -> new IOException("checked"));

    private static final List<ErrorPages> PAGES = List.of(pages("production"), pages("development"));

    /** A chain and the number of reads. */
    private record Chain(Throwable outermost, ProbeThrowable.Count count) {}

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void everyChainGetsAVerdict(@ForAll("chains") Chain chain) {
        var verdict = Failures.classify(chain.outermost);

        assertThat(verdict.status().code()).isBetween(400, 599);
        assertThat(chain.count.probes()).isLessThanOrEqualTo(CauseChain.MAX_LENGTH);
        assertThat(chain.count.total()).isLessThanOrEqualTo(MAX_READS * CauseChain.MAX_LENGTH);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void everyChainGetsAResponseInEachFormAndMode(
            @ForAll("chains") Chain chain, @ForAll("forms") String form, @ForAll("modes") ErrorPages pages) {
        var request = RequestSnapshot.of("GET", "/orders/42")
                .withRemoteAddress("127.0.0.1")
                .withHeader("Host", "localhost:8080")
                .withHeader("Accept", form);

        var answer = pages.answer(Failure.thrown(chain.outermost), request);

        assertThat(answer.status().code()).isBetween(400, 599);
        assertThat(answer.disposition() == Disposition.ABORTED || answer.length() > 0)
                .isTrue();
        assertThat(answer.length()).isLessThan(10_000_000);
    }

    @Provide
    Arbitrary<String> forms() {
        return Arbitraries.of("text/html", "application/problem+json", "application/problem+xml", "text/plain");
    }

    @Provide
    Arbitrary<ErrorPages> modes() {
        return Arbitraries.of(PAGES);
    }

    @Provide
    Arbitrary<Chain> chains() {
        var depths = Arbitraries.frequencyOf(
                Tuple.of(10, Arbitraries.integers().between(1, 80)),
                Tuple.of(1, Arbitraries.integers().between(81, 10_000)));
        return depths.flatMap(depth -> Arbitraries.randomValue(random -> chain(depth, random)));
    }

    private static Chain chain(int depth, Random random) {
        var count = new ProbeThrowable.Count();
        var all = new ArrayList<Throwable>();
        @Nullable Throwable cause = null;
        for (int i = 0; i < depth; i++) {
            cause = link(cause, all, count, random);
            all.add(cause);
        }
        addCycles(all, random);
        return new Chain(all.get(depth - 1), count);
    }

    private static Throwable link(
            @Nullable Throwable cause, List<Throwable> all, ProbeThrowable.Count count, Random random) {
        var message = MESSAGES.get(random.nextInt(MESSAGES.size()));
        return switch (random.nextInt(8)) {
            case 0 -> new RuntimeException(message, cause);
            case 1 -> new IOException(message, cause);
            case 2 -> cause == null ? new ConnectException(message) : new ConnectException(message).initCause(cause);
            case 3 -> new UpstreamException("payments", cause == null ? new SocketTimeoutException() : cause);
            case 4 -> suppressing(new SQLException(message, "40001", cause), all, random);
            default -> probe(cause, behaviour(message, random), count);
        };
    }

    private static ProbeThrowable probe(
            @Nullable Throwable cause, ProbeThrowable.Behaviour behaviour, ProbeThrowable.Count count) {
        var probe = new ProbeThrowable(behaviour, count);
        probe.setCause(cause);
        return probe;
    }

    private static ProbeThrowable.Behaviour behaviour(@Nullable String message, Random random) {
        int frames = random.nextInt(400) - 200;
        int failing = random.nextBoolean() ? 0 : random.nextInt(ProbeThrowable.Behaviour.SETS);
        return new ProbeThrowable.Behaviour(
                message, frames, random.nextInt(1_000) - 100, failing, ERRORS.get(random.nextInt(ERRORS.size())));
    }

    private static Throwable suppressing(SQLException thrown, List<Throwable> all, Random random) {
        for (int i = 0; i < Math.min(all.size(), 3); i++) {
            thrown.addSuppressed(all.get(random.nextInt(all.size())));
        }
        for (int i = random.nextInt(100); i > 0; i--) {
            thrown.setNextException(new SQLException("next", "57P01"));
        }
        return thrown;
    }

    /** Adds cycles to some causes and next exceptions. */
    private static void addCycles(List<Throwable> all, Random random) {
        for (var thrown : all) {
            if (!(thrown instanceof ProbeThrowable probe)) {
                continue;
            }
            var other = all.get(random.nextInt(all.size()));
            if (random.nextInt(100) == 0) {
                probe.setCause(other);
            }
            if (other instanceof SQLException next) {
                probe.setNext(next);
            }
        }
    }

    private static List<@Nullable String> messages() {
        var messages = new ArrayList<@Nullable String>();
        messages.add(null);
        messages.addAll(List.of("", "order 7", "\u0000\ud800<script>", "line\nline", HUGE));
        return messages;
    }

    private static ErrorPages pages(String mode) {
        return ErrorPages.builder()
                .config(ErrorPagesConfig.from(Map.of("mode", mode)))
                .build();
    }
}
