package org.errorpages.classify;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.errorpages.status.Failure;
import org.errorpages.status.FaultSide;
import org.errorpages.status.Reason;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict;
import org.errorpages.throwable.CauseChain;
import org.jspecify.annotations.Nullable;

/** Classifies failures by an error map. Stateless. */
public final class Classifier {

    /** The replacement for a status whose required header field is missing (RFC 9110, section 15.5). */
    private static final Map<Integer, Integer> WITHOUT_REQUIRED_HEADER = Map.of(401, 403, 407, 403, 426, 400);

    private final ErrorMap map;
    private final Clock clock;

    /** Creates a classifier for a map. */
    public Classifier(ErrorMap map) {
        this(map, Clock.systemUTC());
    }

    /** Creates a classifier for a map, with a clock for dates in {@code Retry-After} of upstream responses. */
    public Classifier(ErrorMap map, Clock clock) {
        this.map = Objects.requireNonNull(map);
        this.clock = Objects.requireNonNull(clock);
    }

    /** Returns the verdict on a failure in the ordinary context. */
    public Verdict classify(Failure failure) {
        return classify(failure, ClassificationContext.ORDINARY);
    }

    /** Returns the verdict on a failure: the one with the highest rank among those of its causes. */
    public Verdict classify(Failure failure, ClassificationContext context) {
        return failure instanceof Failure.Thrown thrown
                ? withRequiredHeader(VerdictSelector.select(evaluate(thrown.cause(), context)))
                : sent(((Failure.Sent) failure).status());
    }

    /** Returns the verdict on a failure with the rules that were tried. */
    public Explanation explain(Failure failure, ClassificationContext context) {
        if (failure instanceof Failure.Thrown thrown) {
            var evaluations = evaluate(thrown.cause(), context);
            return Explanation.of(withRequiredHeader(VerdictSelector.select(evaluations)), evaluations);
        }
        return new Explanation(classify(failure), List.of(), null);
    }

    /**
     * Evaluates the throwables of a cause chain, outermost first, up to an opaque one.
     *
     * <p>The first throwable with a side rule fixes the side for all its causes. A 5xx rule counts behind anything, a 4xx
     * rule only behind transparent wrappers; a declaration of the application counts until a side is fixed.
     */
    private List<RuleEvaluator> evaluate(Throwable outermost, ClassificationContext context) {
        var evaluations = new ArrayList<RuleEvaluator>(4);
        var causes = new CauseChain.CauseIterator(outermost);
        @Nullable RuleEvaluator current = new RuleEvaluator(map, clock, outermost, context);
        while (current != null) {
            evaluations.add(current);
            var cause = current.isOpaque() ? null : causes.after(current.throwable());
            current = cause == null ? null : current.next(cause);
        }
        return evaluations;
    }

    private static Verdict sent(Status status) {
        var plain = Verdict.internalServerError(Reason.unmatched("status " + status.code() + " was sent"));
        return plain.with(status, FaultSide.of(status, FaultSide.SELF), plain.reason());
    }

    private static Verdict withRequiredHeader(Verdict verdict) {
        int code = verdict.status().code();
        var required = verdict.status().requiredHeader();
        if (required == null || verdict.headers().keySet().stream().anyMatch(required::equalsIgnoreCase)) {
            return verdict;
        }
        if (code == 405) {
            // An empty Allow means that the resource currently allows no method (RFC 9110, section 10.2.1).
            var headers = new HashMap<>(verdict.headers());
            headers.put(required, "");
            return verdict.with(headers);
        }
        var status = Status.of(WITHOUT_REQUIRED_HEADER.getOrDefault(code, 400));
        return verdict.with(status, verdict.faultSide(), verdict.reason().withRemark(code + " needs " + required));
    }
}
