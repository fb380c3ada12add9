package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.BuiltInRows.answer;
import static org.errorpages.classify.BuiltInRows.classify;
import static org.errorpages.classify.BuiltInRows.key;
import static org.errorpages.classify.BuiltInRows.onItsSide;
import static org.errorpages.classify.BuiltInRows.sent;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.errorpages.status.Disposition;
import org.errorpages.status.FaultSide;
import org.errorpages.status.RuleRank;
import org.errorpages.status.Status;
import org.errorpages.status.UpstreamException;
import org.errorpages.status.UpstreamMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the built-in map decides about what it names, and with the status that somebody wrote down for it. */
final class BuiltInRowsTest {

    private static final Map<String, String> EXPECTED = expected();

    @Test
    void everyLineOfTheFileIsARow() throws IOException {
        try (var in = resource(ErrorMap.class, "error-map.properties")) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));

            assertThat(BuiltInRows.all()).hasSize((int) lines.count());
        }
    }

    @Test
    void everyRowHasACase() {
        var tested = Stream.of(
                        everyRowWithAStatusDecides(),
                        RowsOfSidesAndWrappersTest.rows(),
                        CarrierRowsTest.rows(),
                        BuiltInRows.all().stream().filter(BuiltInRows::isAboutAnswers))
                .flatMap(rows -> rows);

        assertThat(tested).containsExactlyInAnyOrderElementsOf(BuiltInRows.all());
    }

    @Test
    void aStatusIsWrittenDownForEveryRowAndForNothingElse() {
        var rows = BuiltInRows.all().stream()
                .filter(row -> row.effect() instanceof RuleEffect.Answer)
                .map(BuiltInRows::key);

        assertThat(EXPECTED.keySet()).containsExactlyInAnyOrderElementsOf(rows.toList());
    }

    @ParameterizedTest
    @MethodSource
    void everyRowWithAStatusDecides(Rule row) {
        var verdict = classify(row, onItsSide(row, RowThrowables.of(row)));

        assertThat(verdict.reason().rule()).startsWith(row.text());
        assertThat(EXPECTED)
                .containsEntry(
                        key(row), said(answer(row).status().code(), answer(row).disposition()));
        assertThat(verdict.status().code()).isEqualTo(sent(answer(row).status().code()));
        assertThat(verdict.disposition()).isEqualTo(answer(row).disposition());
        assertThat(verdict.retryAfter()).isEqualTo(wait(row));
        assertThat(verdict.proxyError())
                .isEqualTo(row.onSide() == FaultSide.UPSTREAM ? answer(row).proxyError() : null);
    }

    static Stream<Rule> everyRowWithAStatusDecides() {
        return BuiltInRows.with(RuleEffect.Answer.class, answer -> true);
    }

    @ParameterizedTest
    @MethodSource("rowsThatAreTold")
    void onAPathOfAGatewayARowForAnySideNamesItsProxyError(Rule row) {
        var verdict = classify(RowThrowables.of(row), true);

        assertThat(verdict.proxyError()).isEqualTo(answer(row).proxyError());
        assertThat(verdict.gateway()).isTrue();
    }

    static Stream<Rule> rowsThatAreTold() {
        return everyRowWithAStatusDecides()
                .filter(row -> row.onSide() == null && answer(row).proxyError() != null);
    }

    @ParameterizedTest
    @MethodSource("rowsForTheSideUpstream")
    void insideAnUpstreamExceptionItIsStillTheRowThatDecides(Rule row) {
        var verdict = classify(new UpstreamException("x", RowThrowables.of(row)), false);

        assertThat(verdict.reason().rule()).isEqualTo(row.text());
        assertThat(verdict.gateway()).isTrue();
    }

    static Stream<Rule> rowsForTheSideUpstream() {
        return everyRowWithAStatusDecides()
                .filter(BuiltInRows::needsAMark)
                .filter(row -> answer(row).rank() != RuleRank.FALLBACK);
    }

    @ParameterizedTest
    @MethodSource("rowsThatGiveWay")
    void anExactRowBelowComesBeforeABroadOne(Rule row) {
        var exact = BuiltInRows.moreExact(row);
        var verdict = classify(row, onItsSide(row, RowThrowables.of(row, exact)));

        assertThat(verdict.reason().decisiveClass()).isEqualTo(exact.getClass().getName());
        assertThat(verdict.status()).isNotEqualTo(answer(row).status());
    }

    static Stream<Rule> rowsThatGiveWay() {
        return everyRowWithAStatusDecides().filter(row -> answer(row).rank() != RuleRank.EXACT);
    }

    @ParameterizedTest
    @MethodSource("rowsOfServerErrors")
    void aServerErrorIsFoundBehindAnything(Rule row) {
        var thrown = new IllegalStateException("order 7", RowThrowables.of(row));

        assertThat(classify(row, thrown).reason().rule()).isEqualTo(row.text());
    }

    static Stream<Rule> rowsOfServerErrors() {
        return everyRowWithAStatusDecides().filter(row -> answer(row).status().isServerError());
    }

    @ParameterizedTest
    @MethodSource("rowsThatBlameTheClient")
    void theClientIsBlamedBehindTransparentWrappersOnly(Rule row) {
        var clear = new RuntimeException(RowThrowables.of(row));
        var opaque = new IllegalArgumentException("order 7", RowThrowables.of(row));
        var behind = new UpstreamException("x", RowThrowables.of(row));

        assertThat(classify(clear, false).reason().rule()).startsWith(row.text());
        assertThat(classify(opaque, false).status()).isEqualTo(Status.INTERNAL_SERVER_ERROR);
        assertThat(classify(behind, false).status().code()).isEqualTo(502);
    }

    static Stream<Rule> rowsThatBlameTheClient() {
        return everyRowWithAStatusDecides()
                .filter(BuiltInRows::blamesTheClient)
                .filter(row ->
                        row.onSide() != FaultSide.CLIENT && !row.className().startsWith("org.xnio."));
    }

    @ParameterizedTest
    @MethodSource("rowsThatBlameTheClient")
    void belowWrappersOfOurOwnResourcesTheClientIsBlamedByRowsForAnySideOnly(Rule row) {
        var persistence = RowThrowables.of(row("jakarta.persistence.PersistenceException"), RowThrowables.of(row));

        assertThat(classify(persistence, false).status().code())
                .isEqualTo(answer(row).anySide() ? answer(row).status().code() : 500);
    }

    @ParameterizedTest
    @MethodSource("rowsOfHttpClients")
    void inModeExplicitNoHttpClientMakesThisApplicationAGateway(Rule row) {
        var verdict = classify(RowThrowables.of(row), false, UpstreamMode.EXPLICIT);

        assertThat(verdict.faultSide()).isNotEqualTo(FaultSide.UPSTREAM);
        assertThat(verdict.proxyError()).isNull();
        assertThat(verdict.status().isGatewayError()).isFalse();
    }

    static Stream<Rule> rowsOfHttpClients() {
        return BuiltInRows.all().stream()
                .filter(row -> row.mode() == UpstreamMode.HTTP_CLIENTS && row.setsSide() != null);
    }

    private static Rule row(String key) {
        return BuiltInRows.with(RuleEffect.Transparent.class, any -> true)
                .filter(row -> key(row).equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Duration wait(Rule row) {
        var told = answer(row).retryAfter();
        boolean allowed = List.of(503, 429, 413).contains(answer(row).status().code());
        if (!allowed) {
            return null;
        }
        return told.path() == null ? told.fixed() : Duration.ofSeconds(RowThrowables.TOLD_SECONDS);
    }

    static String said(int status, Disposition disposition) {
        return disposition == Disposition.ABORTED ? "aborted" : String.valueOf(status);
    }

    /** Returns the table, of which each line was compared with the reference by hand. */
    private static Map<String, String> expected() {
        try (var in = resource(BuiltInRowsTest.class, "/expected-statuses.properties")) {
            return StatusTable.read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream resource(Class<?> type, String name) {
        return Objects.requireNonNull(type.getResourceAsStream(name));
    }
}
