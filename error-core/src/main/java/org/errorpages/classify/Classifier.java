package org.errorpages.classify;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.errorpages.status.Failure;
import org.errorpages.status.FaultSide;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict;
import org.errorpages.status.Verdict.Reason;
import org.errorpages.status.Verdict.RuleRank;
import org.errorpages.throwable.CauseChain.CauseIterator;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * Classifies failures by an error map. Stateless.
 *
 * @param clock the clock for dates in {@code Retry-After} of upstream responses
 */
public record Classifier(ErrorMap map, Clock clock) {

    private static final String NO_RULE = "no rule matches the exception or its causes";
    private static final Verdict UNMATCHED = Verdict.internalServerError(Reason.unmatched(NO_RULE, null));

    /**
     * Describes the request and the application at the time of a failure.
     *
     * @param gateway whether the application is declared a gateway for this request, so that network failures are those of
     *     an upstream server
     * @param storing whether the request stores something: PUT, POST, PATCH
     * @param stopping whether the application is stopping, so that an interruption is expected
     */
    public record Context(boolean gateway, boolean storing, boolean stopping) {

        /** A request that stores nothing, to a running application that does not act as a gateway. */
        public static final Context ORDINARY = new Context(false, false, false);
    }

    /** Creates a classifier for a map. */
    public Classifier(ErrorMap map) {
        this(map, Clock.systemUTC());
    }

    /** Returns the verdict on a failure in the ordinary context. */
    public Verdict classify(Failure failure) {
        return classify(failure, Context.ORDINARY);
    }

    /** Returns the verdict on a failure: the one with the highest rank among those of its causes. */
    public Verdict classify(Failure failure, Context context) {
        return failure instanceof Failure.Thrown thrown
                ? select(evaluate(thrown.cause(), context, null))
                : sent(((Failure.Sent) failure).status());
    }

    /** Returns the verdict on a failure with the rules that were tried. */
    public Explanation explain(Failure failure, Context context) {
        if (failure instanceof Failure.Thrown thrown) {
            var evaluations = new ArrayList<ThrowableEvaluation>();
            return Explanation.of(select(evaluate(thrown.cause(), context, evaluations)), evaluations);
        }
        return new Explanation(classify(failure), List.of(), null);
    }

    private static Verdict sent(Status status) {
        var reason = Reason.unmatched("status " + status.code() + " was sent", null);
        return Verdict.of(status, FaultSide.of(status, FaultSide.SELF), reason);
    }

    /**
     * Evaluates the throwables of a cause chain up to an opaque one. Returns the innermost evaluation, or null.
     *
     * <p>The first throwable with a side rule fixes the side for all its causes. A 5xx rule counts behind anything, a 4xx
     * rule only behind transparent wrappers; a declaration of the application counts until a side is fixed.
     *
     * @param all the list that gets all evaluations, or null to skip throwables without rules and declarations
     */
    private @Nullable ThrowableEvaluation evaluate(
            Throwable outermost, Context context, @Nullable List<ThrowableEvaluation> all) {
        var causes = new CauseIterator(outermost);
        @Nullable ThrowableEvaluation last = null;
        boolean onlyWrappers = true;
        int depth = 0;
        @Nullable SafeThrowable next = new SafeThrowable(outermost);
        while (next != null) {
            var rules = map.classRules(next.throwable().getClass());
            boolean opaque = false;
            if (all != null || map.mayApply(rules, next.throwable())) {
                last = new ThrowableEvaluation(map, clock, context, next, rules, depth, onlyWrappers, last);
                if (all != null) {
                    all.add(last);
                }
                onlyWrappers &= last.isTransparent();
                opaque = last.isOpaque();
            } else {
                onlyWrappers = false;
            }
            next = opaque ? null : causes.after(next);
            depth++;
        }
        return last;
    }

    /**
     * Returns the verdict with the highest rank, among equals that of the outermost throwable, with details from the other
     * verdicts. A rejected verdict never wins.
     */
    private static Verdict select(@Nullable ThrowableEvaluation innermost) {
        var sole = innermost == null || innermost.outer != null ? null : innermost.acceptedVerdict();
        if (sole != null && (sole.retryAfter() == null || sole.status().allowsRetryAfter())) {
            return withRequiredHeader(sole);
        }
        @Nullable Verdict winner = null;
        for (var each = innermost; each != null; each = each.outer) {
            winner = higher(each.acceptedVerdict(), winner);
        }
        @Nullable Verdict second = null;
        @Nullable Verdict rejected = null;
        for (var each = innermost; each != null; each = each.outer) {
            var verdict = each.verdict();
            if (each.isRejected()) {
                rejected = higher(verdict, rejected);
            } else if (verdict != null && winner != null && !verdict.reason().hasSameRuleAs(winner.reason())) {
                second = higher(verdict, second);
            }
        }
        var other = higher(second, rejected);
        var runnerUp = other == null ? null : other.reason();
        if (innermost != null && winner != null) {
            return withRequiredHeader(completed(winner, innermost, runnerUp));
        }
        return runnerUp == null ? UNMATCHED : Verdict.internalServerError(Reason.unmatched(NO_RULE, runnerUp));
    }

    /** Returns the verdict with the higher rank, among equals the first; null counts as the lowest. */
    private static @Nullable Verdict higher(@Nullable Verdict first, @Nullable Verdict second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first.reason().rank().compareTo(second.reason().rank()) >= 0 ? first : second;
    }

    /** Returns a verdict with the details that the other evaluations add. */
    private static Verdict completed(Verdict winner, ThrowableEvaluation innermost, @Nullable Reason runnerUp) {
        var reason = winner.reason();
        var wait = winner.status().allowsRetryAfter() ? retryAfter(winner, innermost) : null;
        var error = proxyError(winner, innermost);
        return new Verdict(
                winner.status(),
                winner.faultSide(),
                winner.disposition(),
                wait,
                error,
                winner.upstreamStatus(),
                innermost.isGateway(),
                winner.headers(),
                winner.publicDetail(),
                reason.with(reason.rule(), runnerUp));
    }

    /** A status whose required header field is missing is replaced (RFC 9110, section 15.5). */
    private static Verdict withRequiredHeader(Verdict verdict) {
        var status = verdict.status();
        var required = status.requiredHeader();
        if (required == null || verdict.headers().keySet().stream().anyMatch(required::equalsIgnoreCase)) {
            return verdict;
        }
        if (status.code() == 405) {
            // An empty Allow means that the resource currently allows no method (RFC 9110, section 10.2.1).
            var headers = new HashMap<>(verdict.headers());
            headers.put(required, "");
            return verdict.with(headers);
        }
        var reason = verdict.reason();
        var rule = reason.rule() + "; " + status.code() + " needs " + required;
        return verdict.with(Status.of(status.code() == 426 ? 400 : 403), reason.with(rule, reason.runnerUp()));
    }

    /** Returns the time of the winner, else that of the innermost throwable that has one, or null. */
    private static @Nullable Duration retryAfter(Verdict winner, ThrowableEvaluation innermost) {
        var wait = winner.retryAfter();
        for (@Nullable ThrowableEvaluation each = innermost; each != null && wait == null; each = each.outer) {
            var verdict = each.acceptedVerdict();
            wait = verdict == null ? null : verdict.retryAfter();
        }
        return wait;
    }

    /** Returns the proxy error of the innermost verdict that refines the winner, else that of the winner. */
    private static @Nullable String proxyError(Verdict winner, ThrowableEvaluation innermost) {
        for (@Nullable ThrowableEvaluation each = innermost; each != null; each = each.outer) {
            var verdict = each.acceptedVerdict();
            if (verdict != null && refines(verdict, winner)) {
                return verdict.proxyError();
            }
        }
        return winner.proxyError();
    }

    private static boolean refines(Verdict verdict, Verdict winner) {
        boolean exact = verdict.reason().rank() == RuleRank.EXACT;
        boolean moreSpecific =
                winner.reason().rank() == RuleRank.FALLBACK && !"proxy_internal_error".equals(verdict.proxyError());
        return winner.faultSide() == FaultSide.UPSTREAM
                && verdict.proxyError() != null
                && (exact || moreSpecific)
                && verdict.status().equals(winner.status());
    }
}
