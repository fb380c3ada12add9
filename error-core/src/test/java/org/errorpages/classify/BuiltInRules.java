package org.errorpages.classify;

import static org.errorpages.classify.Failures.chain;

import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.errorpages.classify.ErrorMap.UpstreamMode;
import org.errorpages.status.Failure;
import org.errorpages.status.FaultSide;
import org.errorpages.status.Verdict;
import org.errorpages.status.Verdict.Disposition;

/** Provides the built-in rules and classifies failures that they match. */
final class BuiltInRules {

    private static final ErrorMap MAP = ErrorMap.builtIn();

    /** The same instances for all tests: a rule with a method is equal to itself only. */
    private static final List<Rule> ALL = MAP.rules();

    private BuiltInRules() {}

    static List<Rule> all() {
        return ALL;
    }

    /** Returns the rules with such an effect, except those for an upstream status. */
    static <T extends Rule.Effect> Stream<Rule> with(Class<T> effect, Predicate<T> fits) {
        return all().stream()
                .filter(rule -> !isForUpstreamStatus(rule))
                .filter(rule -> effect.isInstance(rule.effect()) && fits.test(effect.cast(rule.effect())));
    }

    static boolean isForUpstreamStatus(Rule rule) {
        return rule.className().startsWith(ErrorMap.UPSTREAM_STATUS);
    }

    static Rule.Effect.Answer answer(Rule rule) {
        return (Rule.Effect.Answer) rule.effect();
    }

    static boolean blamesClient(Rule rule) {
        return answer(rule).disposition() != Disposition.ABORTED
                && !answer(rule).status().isServerError();
    }

    /** Returns the key of a rule in the table: class, side, condition. */
    static String key(Rule rule) {
        var side = rule.onSide() == null ? "" : "@" + rule.onSide().name().toLowerCase(Locale.ROOT);
        var when = rule.scope() == Rule.Scope.ALL
                ? ""
                : " when " + rule.scope().name().toLowerCase(Locale.ROOT);
        return rule.className() + side + rule.condition() + when;
    }

    /** Returns a chain in which the throwable is on the side of the rule. */
    static Throwable onItsSide(Rule rule, Throwable throwable) {
        boolean tellsItself = rule.className().endsWith("ClientAbortException")
                || rule.className().endsWith("CloseNowException");
        return rule.onSide() == FaultSide.CLIENT && !tellsItself
                ? chain(Stubs.thrown("org.apache.catalina.connector.ClientAbortException"), throwable)
                : throwable;
    }

    /** Returns whether the rule matches only if the application is declared a gateway. */
    static boolean needsGateway(Rule rule) {
        return rule.onSide() == FaultSide.UPSTREAM && rule.sideToSet() == null;
    }

    /** Returns a failure with an exact rule for another status on the side of the rule. */
    static Throwable exactFailure(Rule rule) {
        return answer(rule).status().code() == 503 && rule.onSide() != FaultSide.UPSTREAM
                ? new UnknownHostException("stub")
                : new SocketTimeoutException("stub");
    }

    /** Returns the verdict in the context that the rule needs. */
    static Verdict classify(Rule rule, Throwable thrown) {
        boolean storing = rule.scope() == Rule.Scope.STORING;
        boolean stopping = rule.scope() == Rule.Scope.STOPPING;
        return new Classifier(MAP)
                .classify(Failure.thrown(thrown), new Classifier.Context(needsGateway(rule), storing, stopping));
    }

    static Verdict classify(Throwable thrown, boolean gateway) {
        return classify(thrown, gateway, UpstreamMode.HTTP_CLIENTS);
    }

    static Verdict classify(Throwable thrown, boolean gateway, UpstreamMode mode) {
        return new Classifier(MAP.withMode(mode))
                .classify(Failure.thrown(thrown), gateway ? Failures.GATEWAY : Classifier.Context.ORDINARY);
    }

    /** Returns the status that is sent: 401 without a challenge becomes 403. */
    static int sent(int status) {
        return status == 401 ? 403 : status;
    }
}
