package org.errorpages.classify;

import static org.errorpages.classify.Failures.chain;

import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.errorpages.status.Disposition;
import org.errorpages.status.Failure;
import org.errorpages.status.FaultSide;
import org.errorpages.status.UpstreamMode;
import org.errorpages.status.Verdict;

/** The rows of the built-in map, and the verdicts about what they name. */
final class BuiltInRows {

    private static final ErrorMap MAP = ErrorMap.builtIn();

    /** Read once: a rule that reads a method is equal to itself only. */
    private static final List<Rule> ALL = MAP.rules();

    private BuiltInRows() {}

    static List<Rule> all() {
        return ALL;
    }

    /** Returns the rows with an effect that fits, but for those about a status that was received. */
    static <T extends RuleEffect> Stream<Rule> with(Class<T> effect, Predicate<T> fits) {
        return all().stream()
                .filter(row -> !isAboutAnswers(row))
                .filter(row -> effect.isInstance(row.effect()) && fits.test(effect.cast(row.effect())));
    }

    static boolean isAboutAnswers(Rule row) {
        return row.className().startsWith(ErrorMap.UPSTREAM_STATUS);
    }

    static RuleEffect.Answer answer(Rule row) {
        return (RuleEffect.Answer) row.effect();
    }

    static boolean blamesTheClient(Rule row) {
        return answer(row).disposition() != Disposition.ABORTED
                && !answer(row).status().isServerError();
    }

    /** Returns what the row is called in tables: class, side, condition. */
    static String key(Rule row) {
        var side = row.onSide() == null ? "" : "@" + row.onSide().name().toLowerCase(Locale.ROOT);
        var when = row.scope() == Rule.Scope.ALL
                ? ""
                : " when " + row.scope().name().toLowerCase(Locale.ROOT);
        return row.className() + side + row.condition() + when;
    }

    /** Returns a chain in which the throwable stands on the side of which the row speaks. */
    static Throwable onItsSide(Rule row, Throwable throwable) {
        boolean tellsItself = row.className().endsWith("ClientAbortException")
                || row.className().endsWith("CloseNowException");
        return row.onSide() == FaultSide.CLIENT && !tellsItself
                ? chain(Stubs.thrown("org.apache.catalina.connector.ClientAbortException"), throwable)
                : throwable;
    }

    /** Returns whether the row needs somebody else to say that this application is a gateway. */
    static boolean needsAMark(Rule row) {
        return row.onSide() == FaultSide.UPSTREAM && row.setsSide() == null;
    }

    /** Returns a failure of which an exact rule of the side says another status than the row. */
    static Throwable moreExact(Rule row) {
        return answer(row).status().code() == 503 && row.onSide() != FaultSide.UPSTREAM
                ? new UnknownHostException("stub")
                : new SocketTimeoutException("stub");
    }

    /** Returns the verdict under the circumstances of a row. */
    static Verdict classify(Rule row, Throwable thrown) {
        boolean storing = row.scope() == Rule.Scope.STORING;
        boolean stopping = row.scope() == Rule.Scope.STOPPING;
        return new Classifier(MAP)
                .classify(Failure.thrown(thrown), new ClassificationContext(needsAMark(row), storing, stopping));
    }

    static Verdict classify(Throwable thrown, boolean gateway) {
        return classify(thrown, gateway, UpstreamMode.HTTP_CLIENTS);
    }

    static Verdict classify(Throwable thrown, boolean gateway, UpstreamMode mode) {
        return new Classifier(MAP.in(mode))
                .classify(Failure.thrown(thrown), gateway ? Failures.GATEWAY : ClassificationContext.ORDINARY);
    }

    /** Returns the status that is sent: 401 without a challenge cannot be. */
    static int sent(int status) {
        return status == 401 ? 403 : status;
    }
}
