package org.errorpages.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.errorpages.hint.Hint;
import org.errorpages.hint.HintEngine;
import org.errorpages.hint.HintProvider;
import org.errorpages.report.Site;
import org.errorpages.source.SourceFinder;
import org.errorpages.status.Failure;
import org.errorpages.trace.ApplicationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that hints in a report are redacted and bounded. */
final class HintReportFactoryTest {

    private static final Hint HINT = Hint.of("Ask the stock room", "It is closed.");

    @Test
    void hintsAboutTheInnermostCauseComeFirstAndGeneralRulesLast() {
        var chain = new NullPointerException();
        chain.initCause(new IllegalStateException("/ by", new UnknownHostException("db")));

        assertThat(hints(chain)).extracting(Hint::cause).containsExactly(2, 0);
    }

    @Test
    void aHintRefersToItsCauseAmongAllReports() {
        var thrown = new IllegalStateException(new ConnectException("Connection refused"));
        thrown.addSuppressed(new IOException());

        var report = Fixtures.developerReport(thrown);

        var cause = report.causes().get(report.hints().get(0).cause());
        assertThat(cause.className()).isEqualTo("java.net.ConnectException");
    }

    @Test
    void aHintRefersToTheRootOfAChainThatIsTooLong() {
        Throwable thrown = new ConnectException("Connection refused");
        for (int i = 0; i < 40; i++) {
            thrown = new IllegalStateException(thrown);
        }

        var report = Fixtures.developerReport(thrown);

        assertThat(report.hints()).hasSize(1);
        assertThat(report.hints().get(0).cause()).isEqualTo(report.causes().size() - 1);
    }

    @Test
    void wrappersWithTheSameMeaningHaveOneHint() {
        var inner = new ClassNotFoundException("shop.Stock");
        var outer = new NoClassDefFoundError("shop/Stock");
        outer.initCause(inner);

        assertThat(hints(outer)).hasSize(1);
    }

    @Test
    void aReportHasAtMostFiveHints() {
        Throwable thrown = null;
        for (int i = 0; i < 10; i++) {
            thrown = new IllegalStateException("x", thrown);
            thrown = chained(new UnknownHostException("host" + i), thrown);
        }

        assertThat(hints(Objects.requireNonNull(thrown))).hasSize(5);
    }

    private static Throwable chained(Throwable thrown, Throwable cause) {
        thrown.initCause(cause);
        return thrown;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Connect to https://u:s3cr3t@db:80/x", "password=s3cr3t@db:80", "jdbc:x://db:80/?password=s3cr3t"
            })
    void aSecretRecognisedByItsContextIsRedacted(String message) {
        var hints = hints(new IllegalStateException(message, new ConnectException("Connection refused")));

        assertThat(hints).hasSize(1);
        assertThat(hints.toString()).doesNotContain("s3cr3t");
    }

    @Test
    void aPlaceholderInAValueIsNotFilled() {
        assertThat(hints(new NumberFormatException("For input string: \"{input}\"")))
                .extracting(Hint::title)
                .containsExactly("\"{input}\" is not a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202Egpj", "a\u0000b", "\u2028"})
    void invisibleCharactersAreEscaped(String hostile) {
        assertThat(hints(new NumberFormatException("For input string: \"" + hostile + "\"")))
                .allSatisfy(
                        hint -> assertThat(hint.title()).doesNotContain(hostile).contains("\\u"));
    }

    static Stream<Throwable> huge() {
        var text = "a".repeat(50_000_000);
        return Stream.of(
                new NumberFormatException("For input string: \"" + text + "\""),
                new NumberFormatException("For input string: \"".repeat(2_000_000)),
                new ConnectException("a:1 ".repeat(10_000_000)),
                new NoSuchMethodError("'int " + "a.".repeat(20_000_000)),
                new NoClassDefFoundError("a/".repeat(20_000_000)),
                new NullPointerException("because \"".repeat(5_000_000)),
                new IOException("Connection reset " + text));
    }

    @ParameterizedTest
    @MethodSource("huge")
    void aHugeMessageTakesLittleTimeAndSpace(Throwable thrown) {
        long start = System.nanoTime();

        var hints = hints(thrown);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(hints.toString()).hasSizeLessThan(5_000);
    }

    @Test
    void hintsOfTheApplicationComeFirst() {
        assertThat(hints(new UnknownHostException("db"), any -> List.of(HINT)))
                .extracting(Hint::title)
                .containsExactly("Ask the stock room", "The name db has no address");
    }

    @Test
    void aProviderContributesAtMostThreeHints() {
        assertThat(hints(new UnknownHostException("db"), any -> List.of(HINT, HINT, HINT, HINT, HINT)))
                .hasSize(4);
    }

    static Stream<HintProvider> useless() {
        return Stream.of(
                any -> nothing(),
                any -> {
                    throw new IllegalStateException();
                },
                any -> {
                    throw new StackOverflowError();
                },
                any -> java.util.Collections.singletonList(null),
                any -> List.of(Hint.of(" ", "x")),
                any -> List.of(HINT.about(7), HINT.about(-1)),
                any -> endless());
    }

    @ParameterizedTest
    @MethodSource("useless")
    void aUselessProviderDoesNotAffectOtherHints(HintProvider provider) {
        assertThat(hints(new UnknownHostException("db"), provider))
                .extracting(Hint::title)
                .containsExactly("The name db has no address");
    }

    @SuppressWarnings("NullAway") // breaks the contract on purpose
    private static List<Hint> nothing() {
        return null;
    }

    private static List<Hint> endless() {
        while (!Thread.interrupted()) {
            Thread.onSpinWait();
        }
        throw new IllegalStateException();
    }

    @Test
    void aProviderThatDoesNotReturnIsNotCalledAgain() {
        var calls = new AtomicInteger();
        var engine = new HintEngine(List.of(any -> {
            calls.incrementAndGet();
            return endless();
        }));

        hints(new UnknownHostException("db"), engine);
        hints(new UnknownHostException("db"), engine);

        assertThat(calls).hasValue(1);
    }

    @Test
    void hintsOfAProviderAreRedactedAndBounded() {
        var hint = hints(
                        new IOException(),
                        any -> List.of(new Hint(
                                "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.abcdefghijk",
                                "x".repeat(100_000),
                                java.util.Collections.nCopies(1_000, "y".repeat(10_000)),
                                0,
                                "javascript:alert(1)")))
                .get(0);

        assertThat(hint.title()).doesNotContain("eyJ");
        assertThat(hint.text()).hasSizeLessThan(2_010);
        assertThat(hint.steps()).hasSize(10).allMatch(step -> step.length() < 510);
        assertThat(hint.link()).isNull();
    }

    @Test
    void aPublicReportContainsNoHints() {
        var calls = new AtomicInteger();
        var factory = factory(new HintEngine(List.of(any -> {
            calls.incrementAndGet();
            return List.of(HINT);
        })));

        var incident = Fixtures.incident(Failure.thrown(new UnknownHostException("db")), Fixtures.GET);
        assertThat(factory.createForPublic(incident, Fixtures.ENGLISH).toString())
                .doesNotContain("db has no", "stock room");
        assertThat(calls).hasValue(0);
    }

    private static List<Hint> hints(Throwable thrown) {
        return hints(thrown, new HintEngine(List.of()));
    }

    private static List<Hint> hints(Throwable thrown, HintProvider provider) {
        return hints(thrown, new HintEngine(List.of(provider)));
    }

    private static List<Hint> hints(Throwable thrown, HintEngine engine) {
        return Objects.requireNonNull(factory(engine)
                        .createForDeveloper(
                                Fixtures.incident(Failure.thrown(thrown), Fixtures.GET),
                                Fixtures.ENGLISH,
                                Fixtures.ENGLISH)
                        .developer())
                .hints();
    }

    private static ReportFactory factory(HintEngine engine) {
        var code = new ApplicationCode(List.of(), SourceFinder.none());
        return new ReportFactory(Site.UNNAMED, code, engine, RuntimeDetails.here());
    }
}
