package org.errorpages.classify;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.errorpages.classify.ErrorMap.ClassRules;
import org.errorpages.classify.ErrorMap.UpstreamMode;
import org.errorpages.classify.Explanation.Outcome;
import org.errorpages.classify.Rule.Effect;
import org.errorpages.status.FaultSide;
import org.errorpages.status.HttpError;
import org.errorpages.status.RespondsWithStatus;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict;
import org.errorpages.status.Verdict.Disposition;
import org.errorpages.status.Verdict.Reason;
import org.errorpages.status.Verdict.RuleRank;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * Holds the outcome of all rules and declarations for one throwable.
 *
 * <p>A declaration is a status that the application sets in code: {@link HttpError} and {@link ErrorMapper} take
 * precedence over all rules, {@link RespondsWithStatus} over the built-in ones.
 */
final class ThrowableEvaluation {

    /** The maximum number of rules in an explanation. */
    private static final int MAX_TRIALS = 12;

    /** The evaluation of an outer throwable, or null for the outermost. */
    final @Nullable ThrowableEvaluation outer;

    private final ErrorMap map;
    private final Clock clock;
    private final Classifier.Context context;
    private final SafeThrowable throwable;
    private final int depth;
    private final boolean onlyWrappersBefore;
    private final boolean sideFixedBefore;
    private final @Nullable FaultSide fixedSide;
    private final boolean gateway;
    private final @Nullable Rule rule;
    private final @Nullable Effect effect;
    private final boolean declared;
    private final @Nullable Verdict verdict;

    /**
     * Evaluates a throwable.
     *
     * @param rules the rules for its class
     * @param depth the index of the throwable in the cause chain
     * @param onlyWrappersBefore whether all outer throwables are transparent wrappers
     * @param outer the previous evaluation, or null for the first
     */
    ThrowableEvaluation(
            ErrorMap map,
            Clock clock,
            Classifier.Context context,
            SafeThrowable throwable,
            ClassRules rules,
            int depth,
            boolean onlyWrappersBefore,
            @Nullable ThrowableEvaluation outer) {
        this.map = map;
        this.clock = clock;
        this.context = context;
        this.throwable = throwable;
        this.depth = depth;
        this.onlyWrappersBefore = onlyWrappersBefore;
        this.outer = outer;
        var sideBefore = outer == null ? null : outer.sideOfCauses();
        this.sideFixedBefore = sideBefore != null;
        var sideRule = sideFixedBefore ? null : rules.sideRule(throwable, context);
        this.fixedSide = sideRule == null ? sideBefore : sideRule.sideToSet();
        boolean declaredBefore = outer == null ? context.gateway() : outer.gateway;
        this.gateway = declaredBefore || (sideRule != null && sideRule.declaresGateway());
        this.rule = rules.statusRule(throwable, side(), context);
        this.effect = rule == null ? null : rule.effect();
        var declaration = declaration(rules.annotation());
        this.declared = declaration != null;
        this.verdict = declaration == null && rule != null ? verdictOf(rule) : declaration;
    }

    /** Returns the side that this throwable fixes for its causes, or null. */
    private @Nullable FaultSide sideOfCauses() {
        boolean upstreamFailed = effect instanceof Effect.UpstreamStatusFrom received
                && fixedSide == null
                && UpstreamMode.HTTP_CLIENTS.compareTo(map.mode()) <= 0
                && isIncomplete(received.statusOf(throwable.throwable()));
        return upstreamFailed ? FaultSide.UPSTREAM : fixedSide;
    }

    private FaultSide side() {
        if (fixedSide != null) {
            return fixedSide;
        }
        return context.gateway() ? FaultSide.UPSTREAM : FaultSide.SELF;
    }

    /** Returns whether the verdict comes from a declaration. */
    boolean isDeclared() {
        return declared;
    }

    /** Returns the verdict for this throwable alone, or null. */
    @Nullable Verdict verdict() {
        return verdict;
    }

    /** Returns whether the application has declared so far that it acts as a gateway. */
    boolean isGateway() {
        return gateway;
    }

    /** Returns whether the throwable is treated as if its cause were thrown directly. */
    boolean isTransparent() {
        return effect instanceof Effect.Transparent;
    }

    /** Returns whether the causes of the throwable are ignored. */
    boolean isOpaque() {
        return effect instanceof Effect.Answer answer && answer.opaque();
    }

    /** Returns whether the verdict blames the client without enough evidence. */
    boolean isRejected() {
        return verdict != null && !verdict.status().isServerError() && !mayBlameClient();
    }

    /** Returns the verdict for this throwable alone; null without one, or if it is rejected. */
    @Nullable Verdict acceptedVerdict() {
        return isRejected() ? null : verdict;
    }

    /** Returns the rules that were tried, with the reason of the verdict on the chain if this throwable decides. */
    Explanation.Step explain(@Nullable Reason reason) {
        var trials = new ArrayList<Explanation.Trial>();
        boolean decided = false;
        for (var tried : map.rulesOf(throwable.throwable().getClass())) {
            boolean matched = tried.equals(rule);
            boolean decides = matched && reason != null && !declared;
            var outcome = decides ? Outcome.DECIDES : outcome(tried);
            trials.add(new Explanation.Trial(tried.toString(), tried.source().toString(), outcome));
            decided |= decides;
            if (matched || trials.size() == MAX_TRIALS) {
                break;
            }
        }
        if (reason != null && !decided) {
            trials.add(0, new Explanation.Trial(reason.rule(), reason.source(), Outcome.DECIDES));
        }
        return new Explanation.Step(depth, throwable.className(), side(), trials);
    }

    private Outcome outcome(Rule tried) {
        if (tried.onSide() != null && tried.onSide() != side()) {
            return Outcome.OTHER_SIDE;
        }
        if (tried.effect() instanceof Effect.SideOnly) {
            return tried.setsSideIn(map.mode()) && tried.matches(throwable, context)
                    ? Outcome.SETS_SIDE
                    : Outcome.NOT_MET;
        }
        if (!tried.equals(rule)) {
            return Outcome.NOT_MET;
        }
        if (tried.effect() instanceof Effect.Transparent) {
            return Outcome.WRAPPER;
        }
        return isRejected() ? Outcome.REJECTED : Outcome.OUTRANKED;
    }

    private boolean mayBlameClient() {
        if (declared) {
            return !sideFixedBefore || onlyWrappersBefore;
        }
        if (effect instanceof Effect.Answer answer) {
            boolean behindWrappers = onlyWrappersBefore && (!sideFixedBefore || answer.anySide());
            boolean aborted = answer.disposition() == Disposition.ABORTED && !sideFixedBefore;
            return behindWrappers || aborted || fixedSide == FaultSide.CLIENT;
        }
        return effect instanceof Effect.UpstreamStatusFrom || onlyWrappersBefore || fixedSide == FaultSide.CLIENT;
    }

    private @Nullable Verdict declaration(@Nullable RespondsWithStatus annotation) {
        var thrown = throwable.throwable();
        var found = thrown instanceof HttpError error ? declaration(error, "interface HttpError") : null;
        for (var mapper : map.mappers()) {
            var error = found != null
                    ? null
                    : SafeThrowable.getOrNull(() -> mapper.map(thrown).orElse(null));
            found = error == null ? found : declaration(error, "an ErrorMapper");
        }
        if (found != null) {
            return found;
        }
        boolean overruled = rule != null && rule.source().layer() > Rule.Source.BUILT_IN;
        if (annotation == null || overruled || !Status.isError(annotation.value())) {
            return null;
        }
        var wait = annotation.retryAfter() > 0 ? Duration.ofSeconds(annotation.retryAfter()) : null;
        return declaration(annotation.value(), wait, Map.of(), null, "annotation @RespondsWithStatus");
    }

    /** Returns null if an accessor throws, even a checked exception that it does not declare. */
    private @Nullable Verdict declaration(HttpError error, String source) {
        return SafeThrowable.getOrNull(() -> {
            int code = error.status();
            if (!Status.isError(code)) {
                return null;
            }
            var wait = error.retryAfter().filter(duration -> !duration.isZero() && !duration.isNegative());
            var detail = error.publicDetail().orElse(null);
            return declaration(code, wait.orElse(null), Map.copyOf(error.headers()), detail, source);
        });
    }

    private Verdict declaration(
            int code, @Nullable Duration wait, Map<String, String> headers, @Nullable String detail, String source) {
        var status = Status.of(code);
        var name = throwable.className();
        var reason = new Reason(name, depth, name + " = " + code, RuleRank.DECLARED, source, null);
        var side = FaultSide.of(status, side());
        return new Verdict(status, side, Disposition.ANSWER, wait, null, 0, gateway, headers, detail, reason);
    }

    private @Nullable Verdict verdictOf(Rule matched) {
        if (matched.effect() instanceof Effect.UpstreamStatusFrom received) {
            return forUpstreamStatus(received, matched);
        }
        Effect.@Nullable Answer answer = matched.effect() instanceof Effect.Answer fixed ? fixed : null;
        // On the side upstream the exception holds the status of the upstream response.
        if (matched.effect() instanceof Effect.StatusFrom carrier && fixedSide != FaultSide.UPSTREAM) {
            answer = carrier.answer(annotationOrThrowable(matched.className()));
        }
        return answer == null ? null : verdict(answer, side(), null, 0, matched.toString(), matched.source());
    }

    /** Returns the annotation with that name on the class of the throwable, or the throwable itself. */
    private Object annotationOrThrowable(String name) {
        return Stream.of(throwable.throwable().getClass().getAnnotations())
                .filter(annotation -> annotation.annotationType().getName().equals(name))
                .map(Object.class::cast)
                .findFirst()
                .orElse(throwable.throwable());
    }

    /** A second rule maps the status of an upstream response to one for the client. */
    private @Nullable Verdict forUpstreamStatus(Effect.UpstreamStatusFrom received, Rule matched) {
        int status = received.statusOf(throwable.throwable());
        boolean incomplete = isIncomplete(status);
        var side = gateway || incomplete ? FaultSide.UPSTREAM : FaultSide.SELF;
        var second = map.upstreamStatusRule(status, side);
        if (second == null || !(second.effect() instanceof Effect.Answer mapped)) {
            return null;
        }
        var answer = incomplete ? mapped.asFallback() : mapped;
        var wait = received.retryAfter().of(throwable.throwable(), clock);
        return verdict(answer, side, wait, status, matched + ", " + second, second.source());
    }

    /** Returns whether the response is missing or a truncated success, so that the cause explains the failure better. */
    private boolean isIncomplete(int upstreamStatus) {
        return upstreamStatus < 400 && throwable.cause() != null;
    }

    private Verdict verdict(
            Effect.Answer answer,
            FaultSide side,
            @Nullable Duration wait,
            int upstreamStatus,
            String text,
            Rule.Source source) {
        return new Verdict(
                answer.status(),
                FaultSide.of(answer.status(), side),
                answer.disposition(),
                wait == null ? answer.retryAfter().of(throwable.throwable(), clock) : wait,
                side == FaultSide.UPSTREAM ? answer.proxyError() : null,
                upstreamStatus,
                gateway,
                Map.of(),
                null,
                new Reason(throwable.className(), depth, text, answer.rank(), source.toString(), null));
    }
}
