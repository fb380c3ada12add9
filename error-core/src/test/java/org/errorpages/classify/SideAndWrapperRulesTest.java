package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.errorpages.classify.BuiltInRules.classify;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.errorpages.classify.ErrorMap.UpstreamMode;
import org.errorpages.status.Failure;
import org.errorpages.status.FaultSide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the built-in rules that set a side, mark a wrapper or ignore the causes. */
final class SideAndWrapperRulesTest {

    private static final Classifier BLAMING = new Classifier(
            ErrorMap.builtIn().overruledBy(Blame.class.getName() + " = 409; any-side", "app.properties"));

    /** Blames the client. */
    @SuppressWarnings("serial")
    public static class Blame extends IOException {}

    static Stream<Rule> rules() {
        return Stream.of(everySideRuleSetsTheSide(), everyTransparentRuleMatchesAWrapper(), rulesForLaterJdksDecide())
                .flatMap(rules -> rules);
    }

    static Stream<Rule> everySideRuleSetsTheSide() {
        return BuiltInRules.with(Rule.Effect.SideOnly.class, any -> true);
    }

    static Stream<Rule> everyTransparentRuleMatchesAWrapper() {
        return BuiltInRules.with(Rule.Effect.Transparent.class, any -> true)
                .filter(rule -> !RuleThrowables.isOfALaterJdk(rule));
    }

    static Stream<Rule> everyOpaqueRuleIgnoresTheCauses() {
        return BuiltInRules.with(Rule.Effect.Answer.class, Rule.Effect.Answer::opaque)
                .filter(rule -> rule.onSide() == null);
    }

    static Stream<Rule> rulesForLaterJdksDecide() {
        return BuiltInRules.all().stream().filter(RuleThrowables::isOfALaterJdk);
    }

    /** The context implies the opposite side: a gateway for rules that set self, none for rules that set upstream. */
    @ParameterizedTest
    @MethodSource
    void everySideRuleSetsTheSide(Rule rule) {
        var side = ((Rule.Effect.SideOnly) rule.effect()).side();
        var thrown = RuleThrowables.of(rule, new SocketTimeoutException("Read timed out"));

        var verdict = classify(thrown, side == FaultSide.SELF, rule.mode());

        assertThat(verdict.faultSide()).isEqualTo(side);
        if (thrown.getClass().getName().equals(verdict.reason().decisiveClass())) {
            assertThat(verdict.reason().rule()).contains("@" + side.name().toLowerCase(Locale.ROOT));
        } else {
            assertThat(verdict.status().code())
                    .isEqualTo(side == FaultSide.CLIENT ? 408 : side == FaultSide.SELF ? 503 : 504);
        }
    }

    @ParameterizedTest
    @MethodSource("rulesOfModeNetwork")
    void aPlainNetworkFailureIsUpstreamOnlyInNetworkMode(Rule rule) {
        var thrown = RuleThrowables.of(rule);

        assertThat(classify(thrown, false, UpstreamMode.NETWORK).faultSide()).isEqualTo(FaultSide.UPSTREAM);
        assertThat(classify(thrown, false, UpstreamMode.NETWORK).gateway()).isFalse();
        assertThat(classify(thrown, false, UpstreamMode.HTTP_CLIENTS).faultSide())
                .isEqualTo(FaultSide.SELF);
        assertThat(classify(thrown, false, UpstreamMode.EXPLICIT).faultSide()).isEqualTo(FaultSide.SELF);
    }

    static Stream<Rule> rulesOfModeNetwork() {
        return everySideRuleSetsTheSide().filter(rule -> rule.mode() == UpstreamMode.NETWORK);
    }

    @ParameterizedTest
    @MethodSource
    void everyTransparentRuleMatchesAWrapper(Rule rule) {
        assertThat(blame(RuleThrowables.of(rule, blameBelow(rule)))).isEqualTo(409);
    }

    @ParameterizedTest
    @MethodSource("everyTransparentRuleMatchesAWrapper")
    void aSubclassOfAWrapperIsNotTransparent(Rule rule) {
        var subclass = Stubs.subclassOf(RuleThrowables.type(rule, 503));

        assertThat(blame(Throwables.of(subclass, "of its own", blameBelow(rule))))
                .isNotEqualTo(409);
    }

    @ParameterizedTest
    @MethodSource
    void everyOpaqueRuleIgnoresTheCauses(Rule rule) {
        var thrown = RuleThrowables.of(rule, new ConnectException("stub"));

        assertThat(classify(thrown, false).status().code()).isEqualTo(500);
        assertThat(classify(thrown, true).reason().decisiveClass()).isEqualTo(rule.className());
        assertThat(classify(thrown, false).reason().rule()).isEqualTo(rule.text());
    }

    @ParameterizedTest
    @MethodSource
    void rulesForLaterJdksDecide(Rule rule) {
        assertThatThrownBy(() -> Class.forName(rule.className())).isInstanceOf(ClassNotFoundException.class);
        assertThat(rule.effect()).isInstanceOf(Rule.Effect.Transparent.class);
    }

    @Test
    void aClientErrorWithoutAWrapperBlamesTheClient() {
        assertThat(blame(new Blame())).isEqualTo(409);
        assertThat(blame(new IllegalStateException("order 7", new Blame()))).isEqualTo(500);
    }

    /** Some rules match a wrapper only if its cause has a certain class name. */
    private static Throwable blameBelow(Rule rule) {
        return rule.condition().test() == Rule.Condition.Test.CAUSE_CONTAINS
                ? Throwables.of(
                        Stubs.exception("stub." + rule.condition().operand() + "Stub", Blame.class, Map.of()), null)
                : new Blame();
    }

    private static int blame(Throwable thrown) {
        return BLAMING.classify(Failure.thrown(thrown)).status().code();
    }
}
