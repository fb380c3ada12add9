package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.BuiltInRows.classify;
import static org.errorpages.classify.BuiltInRows.onItsSide;
import static org.errorpages.classify.Failures.said;

import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.errorpages.status.FaultSide;
import org.errorpages.status.UpstreamException;
import org.errorpages.status.UpstreamMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the built-in map for exceptions that hold a status: their own, or one that they received. */
final class CarrierRowsTest {

    static Stream<Rule> rows() {
        return Stream.concat(carriers(), receivers());
    }

    static Stream<Rule> carriers() {
        return BuiltInRows.with(RuleEffect.Carrier.class, any -> true);
    }

    static Stream<Rule> receivers() {
        return BuiltInRows.with(RuleEffect.Received.class, any -> true);
    }

    @ParameterizedTest
    @MethodSource("carriersOnAnySide")
    void whatHoldsItsOwnStatusIsAnsweredWithIt(Rule row) {
        var conflict = classify(RowThrowables.of(row, 409, null), false);

        assertThat(conflict.status().code()).isEqualTo(409);
        assertThat(conflict.reason().rule()).isEqualTo(row.text());
        assertThat(conflict.retryAfter()).isNull();
    }

    static Stream<Rule> carriersOnAnySide() {
        return carriers().filter(row -> row.onSide() == null);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void whatHoldsA503TellsAlsoWhenToComeAgain(Rule row) {
        var unavailable = classify(onItsSide(row, RowThrowables.of(row, 503, null)), false);

        assertThat(unavailable.status().code()).isEqualTo(503);
        assertThat(unavailable.reason().rule()).isEqualTo(row.text());
        assertThat(unavailable.retryAfter()).isEqualTo(told(((RuleEffect.Carrier) row.effect()).retryAfter()));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void aStatusThatIsHeldByAServerBehindOrBehindOurOwnWordsIsNotOurs(Rule row) {
        var behind = new UpstreamException("x", RowThrowables.of(row, 404, null));
        var inner = new IllegalStateException("order 7", RowThrowables.of(row, 404, null));

        assertThat(classify(behind, false).status().code()).isEqualTo(502);
        assertThat(classify(inner, false).status().code()).isEqualTo(500);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void aStatusThatIsNoErrorIsNone(Rule row) {
        for (int held : new int[] {200, 302, 399, 600, 0, -1}) {
            assertThat(classify(onItsSide(row, RowThrowables.of(row, held, null)), false)
                            .reason()
                            .rule())
                    .isNotEqualTo(row.text());
        }
    }

    @ParameterizedTest
    @MethodSource("receivers")
    void whatAServerBehindAnsweredIsReadAndItsWaitPassedOn(Rule row) {
        boolean quota = row.condition().operand().equals("429");
        int received = quota ? 429 : 503;
        var helper = classify(RowThrowables.of(row, received, null), false);
        var marked = classify(new UpstreamException("x", RowThrowables.of(row, received, null)), false);

        assertThat(helper.reason().rule())
                .isEqualTo(row.text()
                        + (quota ? ", upstream-status.429 = 503; retry-after=1" : ", upstream-status.503 = 503"));
        assertThat(helper.retryAfter()).isEqualTo(told(((RuleEffect.Received) row.effect()).retryAfter()));
        assertThat(marked.retryAfter()).isEqualTo(helper.retryAfter());
        assertThat(marked.gateway()).isTrue();
        assertThat(helper.gateway()).isFalse();
    }

    /** Section 2.5 of the reference, on which side the application is: a gateway, a user of a helper. */
    @ParameterizedTest
    @CsvSource({
        "400, 502, 500, 500",
        "401, 502, 500, 500",
        "403, 502, 500, 500",
        "404, 502, 500, 500",
        "408, 502, 500, 500",
        "409, 502, 500, 500",
        "413, 502, 500, 500",
        "414, 502, 500, 500",
        "429, 503, 503, 503",
        "431, 502, 500, 500",
        "499, 502, 500, 500",
        "500, 502, 502, 500",
        "501, 502, 502, 500",
        "502, 502, 502, 500",
        "503, 503, 503, 503",
        "504, 504, 503, 503",
        "505, 502, 502, 500",
        "599, 502, 502, 500",
        "600, 502, 500, 500",
        "100, 502, 500, 500",
        "204, 502, 500, 500",
        "304, 502, 500, 500",
    })
    void aServerBehindAnswered(int received, int marked, int helper, int explicit) {
        var thrown = Stubs.thrown("feign.FeignException", Map.of("status", received));
        var upstream = new UpstreamException("x", thrown);

        assertThat(classify(upstream, false).status().code()).isEqualTo(marked);
        assertThat(classify(upstream, false, UpstreamMode.EXPLICIT).status().code())
                .isEqualTo(marked);
        assertThat(classify(thrown, true).status().code()).isEqualTo(marked);
        assertThat(classify(thrown, false).status().code()).isEqualTo(helper);
        assertThat(classify(thrown, false, UpstreamMode.EXPLICIT).status().code())
                .isEqualTo(explicit);
    }

    @ParameterizedTest
    @MethodSource("rowsAboutAnswers")
    void everyRowAboutAnAnswerDecides(Rule row) {
        var family = row.className().substring(ErrorMap.UPSTREAM_STATUS.length());
        int status =
                switch (family) {
                    case "4xx" -> 404;
                    case "5xx" -> 500;
                    case "other" -> 302;
                    case "none" -> -1;
                    default -> Integer.parseInt(family);
                };
        var thrown = Stubs.thrown("feign.FeignException", Map.of("status", status));

        var verdict = classify(thrown, row.onSide() == FaultSide.UPSTREAM);

        assertThat(verdict.reason().rule()).endsWith(", " + row.text());
        assertThat(verdict.status()).isEqualTo(BuiltInRows.answer(row).status());
        assertThat(verdict.proxyError())
                .isEqualTo(
                        row.onSide() == FaultSide.UPSTREAM
                                ? BuiltInRows.answer(row).proxyError()
                                : null);
    }

    static Stream<Rule> rowsAboutAnswers() {
        return BuiltInRows.all().stream().filter(BuiltInRows::isAboutAnswers);
    }

    @Test
    void anAnswerThatCannotBeReadGivesWayToWhatKeptItAway() {
        var refused = Stubs.thrown("feign.FeignException", Map.of("status", -1));
        refused.initCause(new ConnectException("refused"));

        assertThat(said(classify(refused, false))).isEqualTo("502 UPSTREAM proxy=connection_refused");
        assertThat(said(classify(Stubs.thrown("feign.FeignException", Map.of("status", -1)), false)))
                .isEqualTo("502 UPSTREAM");
    }

    @Test
    void whatTheServerBehindAnsweredIsKept() {
        var thrown = Stubs.thrown("feign.FeignException", Map.of("status", 418));

        assertThat(classify(new UpstreamException("x", thrown), false).upstreamStatus())
                .isEqualTo(418);
        assertThat(classify(new UpstreamException("x", new ConnectException()), false)
                        .upstreamStatus())
                .isZero();
    }

    private static @Nullable Duration told(RetryAfter wait) {
        return wait.path() == null ? null : Duration.ofSeconds(RowThrowables.TOLD_SECONDS);
    }
}
