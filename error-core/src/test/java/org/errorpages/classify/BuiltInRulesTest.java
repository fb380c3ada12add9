package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.BuiltInRules.answer;
import static org.errorpages.classify.BuiltInRules.classify;
import static org.errorpages.classify.BuiltInRules.key;
import static org.errorpages.classify.BuiltInRules.onItsSide;
import static org.errorpages.classify.BuiltInRules.sent;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.errorpages.classify.ErrorMap.UpstreamMode;
import org.errorpages.status.FaultSide;
import org.errorpages.status.Status;
import org.errorpages.status.UpstreamException;
import org.errorpages.status.Verdict.Disposition;
import org.errorpages.status.Verdict.RuleRank;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that every built-in rule decides with the status in expected-statuses.properties. */
final class BuiltInRulesTest {

    private static final Map<String, String> EXPECTED = expected();

    @Test
    void everyLineOfTheFileIsParsed() throws IOException {
        try (var in = resource(ErrorMap.class, "error-map.properties")) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));

            assertThat(BuiltInRules.all()).hasSize((int) lines.count());
        }
    }

    @Test
    void everyRuleHasATestCase() {
        var tested = Stream.of(
                        everyRuleWithAStatusDecides(),
                        SideAndWrapperRulesTest.rules(),
                        HeldStatusRulesTest.rules(),
                        BuiltInRules.all().stream().filter(BuiltInRules::isForUpstreamStatus))
                .flatMap(rules -> rules);

        assertThat(tested).containsExactlyInAnyOrderElementsOf(BuiltInRules.all());
    }

    @Test
    void theTableOfExpectedStatusesListsExactlyTheBuiltInRules() {
        var rules = BuiltInRules.all().stream()
                .filter(rule -> rule.effect() instanceof Rule.Effect.Answer)
                .map(BuiltInRules::key);

        assertThat(EXPECTED.keySet()).containsExactlyInAnyOrderElementsOf(rules.toList());
    }

    @ParameterizedTest
    @MethodSource
    void everyRuleWithAStatusDecides(Rule rule) {
        var verdict = classify(rule, onItsSide(rule, RuleThrowables.of(rule)));

        assertThat(verdict.reason().rule()).startsWith(rule.text());
        assertThat(EXPECTED)
                .containsEntry(
                        key(rule),
                        summary(answer(rule).status().code(), answer(rule).disposition()));
        assertThat(verdict.status().code()).isEqualTo(sent(answer(rule).status().code()));
        assertThat(verdict.disposition()).isEqualTo(answer(rule).disposition());
        assertThat(verdict.retryAfter()).isEqualTo(wait(rule));
        assertThat(verdict.proxyError())
                .isEqualTo(rule.onSide() == FaultSide.UPSTREAM ? answer(rule).proxyError() : null);
    }

    static Stream<Rule> everyRuleWithAStatusDecides() {
        return BuiltInRules.with(Rule.Effect.Answer.class, answer -> true);
    }

    @ParameterizedTest
    @MethodSource("rulesWithProxyError")
    void onAGatewayPathARuleForAnySideReportsItsProxyError(Rule rule) {
        var verdict = classify(RuleThrowables.of(rule), true);

        assertThat(verdict.proxyError()).isEqualTo(answer(rule).proxyError());
        assertThat(verdict.gateway()).isTrue();
    }

    static Stream<Rule> rulesWithProxyError() {
        return everyRuleWithAStatusDecides()
                .filter(rule -> rule.onSide() == null && answer(rule).proxyError() != null);
    }

    @ParameterizedTest
    @MethodSource("rulesForTheSideUpstream")
    void aRuleAlsoDecidesInsideAnUpstreamException(Rule rule) {
        var verdict = classify(new UpstreamException("x", RuleThrowables.of(rule)), false);

        assertThat(verdict.reason().rule()).isEqualTo(rule.text());
        assertThat(verdict.gateway()).isTrue();
    }

    static Stream<Rule> rulesForTheSideUpstream() {
        return everyRuleWithAStatusDecides()
                .filter(BuiltInRules::needsGateway)
                .filter(rule -> answer(rule).rank() != RuleRank.FALLBACK);
    }

    @ParameterizedTest
    @MethodSource("rulesThatYieldToExactOnes")
    void anExactRuleForACauseWinsOverABroadOne(Rule rule) {
        var exact = BuiltInRules.exactFailure(rule);
        var verdict = classify(rule, onItsSide(rule, RuleThrowables.of(rule, exact)));

        assertThat(verdict.reason().decisiveClass()).isEqualTo(exact.getClass().getName());
        assertThat(verdict.status()).isNotEqualTo(answer(rule).status());
    }

    static Stream<Rule> rulesThatYieldToExactOnes() {
        return everyRuleWithAStatusDecides().filter(rule -> answer(rule).rank() != RuleRank.EXACT);
    }

    @ParameterizedTest
    @MethodSource("rulesOfServerErrors")
    void aServerErrorCountsBehindAnyException(Rule rule) {
        var thrown = new IllegalStateException("order 7", RuleThrowables.of(rule));

        assertThat(classify(rule, thrown).reason().rule()).isEqualTo(rule.text());
    }

    static Stream<Rule> rulesOfServerErrors() {
        return everyRuleWithAStatusDecides()
                .filter(rule -> answer(rule).status().isServerError());
    }

    @ParameterizedTest
    @MethodSource("rulesThatBlameTheClient")
    void aClientErrorCountsOnlyBehindTransparentWrappers(Rule rule) {
        var clear = new RuntimeException(RuleThrowables.of(rule));
        var opaque = new IllegalArgumentException("order 7", RuleThrowables.of(rule));
        var behind = new UpstreamException("x", RuleThrowables.of(rule));

        assertThat(classify(clear, false).reason().rule()).startsWith(rule.text());
        assertThat(classify(opaque, false).status()).isEqualTo(Status.INTERNAL_SERVER_ERROR);
        assertThat(classify(behind, false).status().code()).isEqualTo(502);
    }

    static Stream<Rule> rulesThatBlameTheClient() {
        return everyRuleWithAStatusDecides()
                .filter(BuiltInRules::blamesClient)
                .filter(rule ->
                        rule.onSide() != FaultSide.CLIENT && !rule.className().startsWith("org.xnio."));
    }

    @ParameterizedTest
    @MethodSource("rulesThatBlameTheClient")
    void behindExceptionsOfOwnResourcesOnlyAnySideRulesBlameTheClient(Rule rule) {
        var persistence = RuleThrowables.of(rule("jakarta.persistence.PersistenceException"), RuleThrowables.of(rule));

        assertThat(classify(persistence, false).status().code())
                .isEqualTo(answer(rule).anySide() ? answer(rule).status().code() : 500);
    }

    @ParameterizedTest
    @MethodSource("rulesOfHttpClients")
    void inExplicitModeAnHttpClientDoesNotMakeTheApplicationAGateway(Rule rule) {
        var verdict = classify(RuleThrowables.of(rule), false, UpstreamMode.EXPLICIT);

        assertThat(verdict.faultSide()).isNotEqualTo(FaultSide.UPSTREAM);
        assertThat(verdict.proxyError()).isNull();
        assertThat(verdict.status().isGatewayError()).isFalse();
    }

    static Stream<Rule> rulesOfHttpClients() {
        return BuiltInRules.all().stream()
                .filter(rule -> rule.mode() == UpstreamMode.HTTP_CLIENTS && rule.sideToSet() != null);
    }

    private static Rule rule(String key) {
        return BuiltInRules.with(Rule.Effect.Transparent.class, any -> true)
                .filter(rule -> key(rule).equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Duration wait(Rule rule) {
        var told = answer(rule).retryAfter();
        boolean allowed = List.of(503, 429, 413).contains(answer(rule).status().code());
        if (!allowed) {
            return null;
        }
        return told.path() == null ? told.fixed() : Duration.ofSeconds(RuleThrowables.RETRY_AFTER_SECONDS);
    }

    static String summary(int status, Disposition disposition) {
        return disposition == Disposition.ABORTED ? "aborted" : String.valueOf(status);
    }

    /** Returns the table, which was reviewed line by line. */
    private static Map<String, String> expected() {
        try (var in = resource(BuiltInRulesTest.class, "/expected-statuses.properties")) {
            return StatusTable.read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream resource(Class<?> type, String name) {
        return Objects.requireNonNull(type.getResourceAsStream(name));
    }
}
