package org.errorpages.classify;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.errorpages.status.Failure;
import org.errorpages.status.FaultSide;
import org.errorpages.status.Reason;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict;
import org.errorpages.throwable.CauseChain;
import org.jspecify.annotations.Nullable;

/** Classifies failures by an error map, in one walk down the causes. Stateless. */
public final class Classifier {

    private static final Verdict NO_RULE = Verdict.unforeseen(Reason.NO_RULE);

    /** The status to send without the header field that a status requires (RFC 9110, section 15.5). */
    private static final Map<Integer, Integer> WITHOUT_REQUIRED_HEADER = Map.of(401, 403, 407, 403, 426, 400);

    private final ErrorMap map;
    private final RuleEvaluator opinions;

    /** Creates a classifier for a map. */
    public Classifier(ErrorMap map) {
        this(map, Clock.systemUTC());
    }

    /** Creates a classifier for a map, with the clock for dates in {@code Retry-After} of upstream responses. */
    public Classifier(ErrorMap map, Clock clock) {
        this.map = Objects.requireNonNull(map);
        this.opinions = new RuleEvaluator(map, Objects.requireNonNull(clock));
    }

    /** Returns the verdict on a failure in ordinary circumstances. */
    public Verdict classify(Failure failure) {
        return classify(failure, ClassificationContext.ORDINARY);
    }

    /** Returns the verdict on a failure: the one of the highest rank among those of its causes. */
    public Verdict classify(Failure failure, ClassificationContext circumstances) {
        return failure instanceof Failure.Thrown thrown
                ? classifyChain(thrown.cause(), circumstances, null)
                : sent(((Failure.Sent) failure).status());
    }

    /** Returns the verdict on a failure and how it came about, in the same single walk. */
    public Explanation explain(Failure failure, ClassificationContext circumstances) {
        if (failure instanceof Failure.Thrown thrown) {
            var trail = new ArrayList<Explanation.Visit>();
            var verdict = classifyChain(thrown.cause(), circumstances, trail);
            return Explanation.of(verdict, trail, circumstances, map.mode());
        }
        return new Explanation(classify(failure), List.of(), "nothing: who sends a status decides");
    }

    /**
     * Walks down the causes. The first throwable with a side rule fixes the side for all its causes. A 5xx rule counts
     * behind anything, a 4xx rule only behind transparent wrappers; a declaration of the application counts until a side
     * is set. The highest rank wins, among equals the outermost.
     *
     * <p>In most chains one throwable yields a verdict. Then the verdict and its reason are nearly all that is allocated.
     *
     * @param trail records each throwable, or null
     */
    private Verdict classifyChain(
            Throwable outermost, ClassificationContext circumstances, @Nullable List<Explanation.Visit> trail) {
        var causes = new CauseChain.CauseIterator(outermost);
        var here = ChainState.first(circumstances);
        @Nullable Verdict sole = null;
        @Nullable VerdictSelector several = null;
        boolean goesOn = true;
        int depth = 0;
        for (@Nullable Throwable link = outermost; link != null && goesOn; link = causes.after(link)) {
            var rules = map.rulesOf(link.getClass());
            var trace = rules.framesForSide(link);
            boolean barrier = here.told() != null;
            here = barrier ? here : here.withSideOf(rules.sideRule(link, trace, circumstances));
            var rule = rules.statusRule(link, trace, here.side(), circumstances);
            var declared =
                    new DeclaredStatus(link, depth, here.side()).verdict(rule, map.mappers(), rules.annotation());
            var verdict = declared == null ? opinions.of(link, depth, rule, here) : declared;
            boolean mayBlame =
                    declared == null ? RuleEvaluator.mayBlame(rule, here, barrier) : !barrier || here.clear();
            boolean refused = verdict != null && !mayBlame && !verdict.status().isServerError();
            if (verdict != null && (refused || sole != null || several != null)) {
                several = several == null ? new VerdictSelector(sole) : several;
                several.take(verdict, refused);
            } else if (verdict != null) {
                sole = verdict;
            }
            if (trail != null) {
                trail.add(new Explanation.Visit(link, rules, here.side(), rule, declared != null, refused));
            }
            here = opinions.after(link, rule, here).behind(rule);
            goesOn = rule == null || !(rule.effect() instanceof RuleEffect.Answer answer) || !answer.opaque();
            depth++;
        }
        return withRequiredHeader(several == null ? alone(sole, here) : several.verdict(here.marked()));
    }

    private static Verdict alone(@Nullable Verdict sole, ChainState root) {
        return sole == null ? NO_RULE : sole.completedWith(sole.retryAfter(), sole.proxyError(), root.marked(), null);
    }

    private static Verdict sent(Status status) {
        var plain = Verdict.unforeseen(Reason.unmatched("status " + status.code() + " was sent"));
        return plain.with(status, FaultSide.of(status, FaultSide.SELF), plain.reason());
    }

    private static Verdict withRequiredHeader(Verdict verdict) {
        int code = verdict.status().code();
        var required = verdict.status().requiredHeader();
        if (required == null || has(verdict.headers(), required)) {
            return verdict;
        }
        if (code == 405) {
            // Empty: the resource allows no method at present (RFC 9110, section 10.2.1).
            var headers = new HashMap<>(verdict.headers());
            headers.put(required, "");
            return verdict.with(headers);
        }
        var status = Status.of(WITHOUT_REQUIRED_HEADER.getOrDefault(code, 400));
        return verdict.with(status, verdict.faultSide(), verdict.reason().withRemark(code + " needs " + required));
    }

    private static boolean has(Map<String, String> headers, String name) {
        var fields = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(headers);
        return fields.containsKey(name);
    }
}
