package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.upstream;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import org.errorpages.classify.Explanation.Outcome;
import org.errorpages.classify.Explanation.Step;
import org.errorpages.status.Failure;
import org.errorpages.status.FaultSide;
import org.errorpages.status.HttpErrorException;
import org.errorpages.throwable.CauseChain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests explanations. ReadmeTest compares their text with the README. */
final class ExplanationTest {

    @Test
    void eachThrowableIsAStepWithItsSide() {
        var steps = explain(chain(new IllegalStateException(), upstream(new ConnectException())))
                .steps();

        assertThat(steps).extracting(Step::depth).containsExactly(0, 1, 2);
        assertThat(steps)
                .extracting(Step::className)
                .containsExactly(
                        "java.lang.IllegalStateException",
                        "org.errorpages.status.UpstreamException",
                        "java.net.ConnectException");
        assertThat(steps)
                .extracting(Step::side)
                .containsExactly(FaultSide.SELF, FaultSide.UPSTREAM, FaultSide.UPSTREAM);
    }

    @Test
    void theDecisiveRuleIsTheLastOneTriedForItsThrowable() {
        assertThat(trials(explain(new SocketTimeoutException("Read timed out")), 0))
                .containsSubsequence(
                        "java.net.SocketTimeoutException@upstream[message*=onnect timed out] OTHER_SIDE",
                        "java.net.SocketTimeoutException@client OTHER_SIDE")
                .endsWith("java.net.SocketTimeoutException@self DECIDES");
    }

    @Test
    void anUnmetConditionIsReported() {
        assertThat(trials(explain(new UnknownHostException("till")), 0))
                .startsWith("java.net.UnknownHostException@self[message*=Temporary failure in name resolution] NOT_MET")
                .endsWith("java.net.UnknownHostException@self DECIDES");
    }

    @Test
    void anOutrankedRuleIsReported() {
        var explanation = explain(upstream(new ConnectException()));

        assertThat(trials(explanation, 0)).containsExactly("org.errorpages.status.UpstreamException OUTRANKED");
        assertThat(trials(explanation, 1)).endsWith("java.net.ConnectException@upstream DECIDES");
    }

    @Test
    void aRejectedRuleIsReported() {
        var thrown = chain(new IllegalStateException("order 7"), new ArithmeticException());

        var explanation = explain(thrown, "java.lang.ArithmeticException = 400");

        assertThat(explanation.verdict().status().code()).isEqualTo(500);
        assertThat(trials(explanation, 1)).containsExactly("java.lang.ArithmeticException REJECTED");
        assertThat(explanation.overridingRule()).isEqualTo("java.lang.IllegalStateException = 503");
    }

    @Test
    void causesOfAnOpaqueClassAreNotEvaluated() {
        var explanation = explain(chain(new BootstrapMethodError("?"), new ConnectException()));

        assertThat(explanation.steps()).hasSize(1);
        assertThat(trials(explanation, 0)).containsExactly("java.lang.LinkageError DECIDES");
    }

    @Test
    void anExplanationReadsTheCausesOnlyOnce() {
        var classified = new Counted();
        var explained = new Counted();

        Failures.BUILT_IN.classify(Failure.thrown(new IllegalStateException("order 7", classified)));
        Failures.BUILT_IN
                .explain(Failure.thrown(new IllegalStateException("order 7", explained)), Classifier.Context.ORDINARY)
                .lines();

        assertThat(explained.count).isEqualTo(classified.count).isPositive();
    }

    /** Counts the reads of its cause. */
    @SuppressWarnings("serial")
    private static final class Counted extends IllegalArgumentException {

        private int count;

        @Override
        public synchronized @Nullable Throwable getCause() {
            count++;
            return super.getCause();
        }
    }

    @Test
    void anHttpErrorDecidesWithoutARule() {
        assertThat(explain(new HttpErrorException(404)).lines())
                .startsWith(
                        "404 Not Found, fault side client: org.errorpages.status.HttpErrorException = 404 (interface"
                                + " HttpError)",
                        "0 org.errorpages.status.HttpErrorException, self",
                        "  > org.errorpages.status.HttpErrorException = 404 (interface HttpError) decides");
    }

    @Test
    void aSentStatusIsExplained() {
        var explanation = Failures.BUILT_IN.explain(
                Failure.sent(503, "closed", new ConnectException()), Classifier.Context.ORDINARY);

        assertThat(explanation)
                .hasToString("503 Service Unavailable, fault side self: status 503 was sent (default)\n"
                        + "No error map can change a status that was sent.");
    }

    @Test
    void theExplanationOfAnEndlessChainIsBounded() {
        var rules = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            rules.append(Hostile.Cause.class.getName())
                    .append("[message*=")
                    .append(i)
                    .append("] = 503\n");
        }

        var explanation = explain(Hostile.endless(), rules.toString());

        assertThat(explanation.steps()).hasSize(CauseChain.MAX_LENGTH);
        assertThat(explanation.steps())
                .allSatisfy(step -> assertThat(step.trials()).hasSizeLessThanOrEqualTo(13));
    }

    private static List<String> trials(Explanation explanation, int depth) {
        return explanation.steps().get(depth).trials().stream()
                .map(trial -> trial.rule().replaceFirst(" = [^\\]]*$", "") + " " + trial.outcome())
                .toList();
    }

    private static Explanation explain(Throwable thrown) {
        return explain(thrown, "");
    }

    private static Explanation explain(Throwable thrown, String rules) {
        var map = ErrorMap.builtIn().overruledBy(rules, "app.properties");
        var explanation = new Classifier(map).explain(Failure.thrown(thrown), Classifier.Context.ORDINARY);
        assertThat(explanation.steps().stream()
                        .flatMap(step -> step.trials().stream())
                        .filter(trial -> trial.outcome() == Outcome.DECIDES))
                .hasSizeLessThanOrEqualTo(1);
        return explanation;
    }

    @Test
    void theExplanationNamesARuleFromASetting() {
        var map = ErrorMap.builtIn().overruledBy("java.lang.IllegalStateException = 507", "setting errorMap");

        var lines = new Classifier(map)
                .explain(Failure.thrown(new IllegalStateException("full")), Classifier.Context.ORDINARY)
                .lines();

        assertThat(lines)
                .contains("  > java.lang.IllegalStateException = 507 (setting errorMap:1) decides")
                .last()
                .asString()
                .endsWith("java.lang.IllegalStateException = 503");
    }
}
