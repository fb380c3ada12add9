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
import org.errorpages.status.Disposition;
import org.errorpages.status.Failure;
import org.errorpages.status.UpstreamException;
import org.errorpages.throwable.CauseChain;
import org.jspecify.annotations.Nullable;

/** Whatever is thrown, however long, round or rude: it is answered, and after a bounded number of steps. */
@Tag("thorough")
final class ClassificationPropertyTest {

    /** How often one throwable may be asked something. */
    private static final int QUESTIONS = 50;

    private static final String HUGE = "x".repeat(50_000_000);
    private static final List<@Nullable String> MESSAGES = messages();
    private static final List<Supplier<Throwable>> ERRORS = List.of(
            IllegalStateException::new,
            StackOverflowError::new,
            OutOfMemoryError::new,
            () -> new IOException("checked"));

    private static final List<ErrorPages> PAGES = List.of(pages("production"), pages("development"));

    /** A chain, and what is asked of it. */
    private record Chain(Throwable outermost, Probe.Count count) {}

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void anyChainEndsInAVerdict(@ForAll("chains") Chain chain) {
        var verdict = Failures.classify(chain.outermost);

        assertThat(verdict.status().code()).isBetween(400, 599);
        assertThat(chain.count.probes()).isLessThanOrEqualTo(CauseChain.MAX_LENGTH);
        assertThat(chain.count.total()).isLessThanOrEqualTo(QUESTIONS * CauseChain.MAX_LENGTH);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void anyChainEndsInAnAnswerOfEachFormInEachMode(
            @ForAll("chains") Chain chain, @ForAll("forms") String form, @ForAll("modes") ErrorPages pages) {
        var request = RequestSnapshot.of("GET", "/orders/42")
                .from("127.0.0.1")
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
        var count = new Probe.Count();
        var all = new ArrayList<Throwable>();
        @Nullable Throwable below = null;
        for (int i = 0; i < depth; i++) {
            below = link(below, all, count, random);
            all.add(below);
        }
        tie(all, random);
        return new Chain(all.get(depth - 1), count);
    }

    private static Throwable link(@Nullable Throwable below, List<Throwable> all, Probe.Count count, Random random) {
        var message = MESSAGES.get(random.nextInt(MESSAGES.size()));
        return switch (random.nextInt(8)) {
            case 0 -> new RuntimeException(message, below);
            case 1 -> new IOException(message, below);
            case 2 -> below == null ? new ConnectException(message) : new ConnectException(message).initCause(below);
            case 3 -> new UpstreamException("payments", below == null ? new SocketTimeoutException() : below);
            case 4 -> suppressing(new SQLException(message, "40001", below), all, random);
            default -> probe(below, behaviour(message, random), count);
        };
    }

    private static Probe probe(@Nullable Throwable below, Probe.Behaviour behaviour, Probe.Count count) {
        var probe = new Probe(behaviour, count);
        probe.below(below);
        return probe;
    }

    private static Probe.Behaviour behaviour(@Nullable String message, Random random) {
        int frames = random.nextInt(400) - 200;
        int failing = random.nextBoolean() ? 0 : random.nextInt(Probe.Behaviour.SETS);
        return new Probe.Behaviour(
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

    /** Lets some causes lead back, and some next exceptions anywhere. */
    private static void tie(List<Throwable> all, Random random) {
        for (var thrown : all) {
            if (!(thrown instanceof Probe probe)) {
                continue;
            }
            var other = all.get(random.nextInt(all.size()));
            if (random.nextInt(100) == 0) {
                probe.below(other);
            }
            if (other instanceof SQLException next) {
                probe.beside(next);
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
