package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.BuiltInRules.classify;
import static org.errorpages.classify.BuiltInRules.onItsSide;
import static org.errorpages.classify.Failures.summary;

import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.errorpages.classify.ErrorMap.UpstreamMode;
import org.errorpages.status.FaultSide;
import org.errorpages.status.UpstreamException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the built-in rules for exceptions that hold a status or an upstream status. */
final class HeldStatusRulesTest {

    static Stream<Rule> rules() {
        return Stream.concat(heldStatusRules(), upstreamStatusRules());
    }

    static Stream<Rule> heldStatusRules() {
        return BuiltInRules.with(Rule.Effect.StatusFrom.class, any -> true);
    }

    static Stream<Rule> upstreamStatusRules() {
        return BuiltInRules.with(Rule.Effect.UpstreamStatusFrom.class, any -> true);
    }

    @ParameterizedTest
    @MethodSource("heldStatusRulesForAnySide")
    void theStatusThatAnExceptionHoldsIsTheResponseStatus(Rule rule) {
        var conflict = classify(RuleThrowables.of(rule, 409, null), false);

        assertThat(conflict.status().code()).isEqualTo(409);
        assertThat(conflict.reason().rule()).isEqualTo(rule.text());
        assertThat(conflict.retryAfter()).isNull();
    }

    static Stream<Rule> heldStatusRulesForAnySide() {
        return heldStatusRules().filter(rule -> rule.onSide() == null);
    }

    @ParameterizedTest
    @MethodSource("heldStatusRules")
    void anExceptionWithStatus503AlsoProvidesRetryAfter(Rule rule) {
        var unavailable = classify(onItsSide(rule, RuleThrowables.of(rule, 503, null)), false);

        assertThat(unavailable.status().code()).isEqualTo(503);
        assertThat(unavailable.reason().rule()).isEqualTo(rule.text());
        assertThat(unavailable.retryAfter()).isEqualTo(told(((Rule.Effect.StatusFrom) rule.effect()).retryAfter()));
    }

    @ParameterizedTest
    @MethodSource("heldStatusRules")
    void aHeldStatusBelowAnUpstreamOrApplicationExceptionIsIgnored(Rule rule) {
        var behind = new UpstreamException("x", RuleThrowables.of(rule, 404, null));
        var inner = new IllegalStateException("order 7", RuleThrowables.of(rule, 404, null));

        assertThat(classify(behind, false).status().code()).isEqualTo(502);
        assertThat(classify(inner, false).status().code()).isEqualTo(500);
    }

    @ParameterizedTest
    @MethodSource("heldStatusRules")
    void aHeldStatusThatIsNotAnErrorIsIgnored(Rule rule) {
        for (int held : new int[] {200, 302, 399, 600, 0, -1}) {
            assertThat(classify(onItsSide(rule, RuleThrowables.of(rule, held, null)), false)
                            .reason()
                            .rule())
                    .isNotEqualTo(rule.text());
        }
    }

    @ParameterizedTest
    @MethodSource("upstreamStatusRules")
    void theUpstreamStatusIsReadAndItsRetryAfterIsPassedOn(Rule rule) {
        boolean quota = rule.condition().operand().equals("429");
        int received = quota ? 429 : 503;
        var helper = classify(RuleThrowables.of(rule, received, null), false);
        var marked = classify(new UpstreamException("x", RuleThrowables.of(rule, received, null)), false);

        assertThat(helper.reason().rule())
                .isEqualTo(rule.text()
                        + (quota ? ", upstream-status.429 = 503; retry-after=1" : ", upstream-status.503 = 503"));
        assertThat(helper.retryAfter()).isEqualTo(told(((Rule.Effect.UpstreamStatusFrom) rule.effect()).retryAfter()));
        assertThat(marked.retryAfter()).isEqualTo(helper.retryAfter());
        assertThat(marked.gateway()).isTrue();
        assertThat(helper.gateway()).isFalse();
    }

    /** The expected statuses as a gateway, with an HTTP client, and in explicit mode. */
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
    void anUpstreamStatusIsMapped(int received, int marked, int helper, int explicit) {
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
    @MethodSource("rulesForUpstreamStatus")
    void everyRuleForAnUpstreamStatusDecides(Rule rule) {
        var family = rule.className().substring(ErrorMap.UPSTREAM_STATUS.length());
        int status =
                switch (family) {
                    case "4xx" -> 404;
                    case "5xx" -> 500;
                    case "other" -> 302;
                    case "none" -> -1;
                    default -> Integer.parseInt(family);
                };
        var thrown = Stubs.thrown("feign.FeignException", Map.of("status", status));

        var verdict = classify(thrown, rule.onSide() == FaultSide.UPSTREAM);

        assertThat(verdict.reason().rule()).endsWith(", " + rule.text());
        assertThat(verdict.status()).isEqualTo(BuiltInRules.answer(rule).status());
        assertThat(verdict.proxyError())
                .isEqualTo(
                        rule.onSide() == FaultSide.UPSTREAM
                                ? BuiltInRules.answer(rule).proxyError()
                                : null);
    }

    static Stream<Rule> rulesForUpstreamStatus() {
        return BuiltInRules.all().stream().filter(BuiltInRules::isForUpstreamStatus);
    }

    @Test
    void theCauseOfAnUnreadableUpstreamResponseDecides() {
        var refused = Stubs.thrown("feign.FeignException", Map.of("status", -1));
        refused.initCause(new ConnectException("refused"));

        assertThat(summary(classify(refused, false))).isEqualTo("502 UPSTREAM proxy=connection_refused");
        assertThat(summary(classify(Stubs.thrown("feign.FeignException", Map.of("status", -1)), false)))
                .isEqualTo("502 UPSTREAM");
    }

    @Test
    void theVerdictKeepsTheUpstreamStatus() {
        var thrown = Stubs.thrown("feign.FeignException", Map.of("status", 418));

        assertThat(classify(new UpstreamException("x", thrown), false).upstreamStatus())
                .isEqualTo(418);
        assertThat(classify(new UpstreamException("x", new ConnectException()), false)
                        .upstreamStatus())
                .isZero();
    }

    private static @Nullable Duration told(RetryAfter wait) {
        return wait.path() == null ? null : Duration.ofSeconds(RuleThrowables.RETRY_AFTER_SECONDS);
    }
}
