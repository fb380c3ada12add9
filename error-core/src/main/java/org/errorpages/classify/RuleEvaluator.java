package org.errorpages.classify;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.errorpages.classify.Explanation.Outcome;
import org.errorpages.resource.Lazy;
import org.errorpages.status.Disposition;
import org.errorpages.status.FaultSide;
import org.errorpages.status.HttpError;
import org.errorpages.status.HttpStatus;
import org.errorpages.status.Reason;
import org.errorpages.status.RuleRank;
import org.errorpages.status.Status;
import org.errorpages.status.UpstreamMode;
import org.errorpages.status.Verdict;
import org.errorpages.throwable.SafeThrowable;
import org.errorpages.throwable.TypeHierarchy;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates and explains the rules and declarations for one throwable of a cause chain.
 *
 * <p>A declaration is a status that the application sets in code: {@link HttpError} and {@link ErrorMapper} take
 * precedence over all rules, {@link HttpStatus} over the built-in ones.
 */
final class RuleEvaluator {

    /** The maximum number of rules in an explanation. */
    private static final int MAX_TRIALS = 12;

    private final ErrorMap map;
    private final Clock clock;
    private final Throwable throwable;
    private final Lazy<StackTraceElement[]> frames;
    private final int depth;
    private final boolean sideFixed;
    private final ChainState state;
    private final @Nullable Rule rule;
    private final boolean declared;
    private final @Nullable Verdict verdict;

    /**
     * The state carried from one throwable of the cause chain to the next.
     *
     * @param fixedSide the side that a rule has set for all following throwables, or null
     * @param gateway whether the application declared that it acts as a gateway
     * @param onlyWrappers whether all throwables so far are transparent wrappers
     * @param context the context of the failure
     */
    private record ChainState(
            @Nullable FaultSide fixedSide, boolean gateway, boolean onlyWrappers, ClassificationContext context) {

        private FaultSide side() {
            if (fixedSide != null) {
                return fixedSide;
            }
            return context.gateway() ? FaultSide.UPSTREAM : FaultSide.SELF;
        }

        private ChainState withSideOf(@Nullable Rule rule) {
            if (rule == null) {
                return this;
            }
            boolean declared = rule.sideToSet() == FaultSide.UPSTREAM && rule.mode() == UpstreamMode.EXPLICIT;
            return new ChainState(rule.sideToSet(), gateway || declared, onlyWrappers, context);
        }
    }

    /** Evaluates the outermost throwable. */
    RuleEvaluator(ErrorMap map, Clock clock, Throwable outermost, ClassificationContext context) {
        this(map, clock, outermost, 0, new ChainState(null, context.gateway(), true, context));
    }

    private RuleEvaluator(ErrorMap map, Clock clock, Throwable throwable, int depth, ChainState outer) {
        this.map = map;
        this.clock = clock;
        this.throwable = throwable;
        this.depth = depth;
        this.sideFixed = outer.fixedSide != null;
        this.frames = Lazy.of(new SafeThrowable(throwable)::frames); // Each call copies the stack trace.
        this.state = sideFixed ? outer : outer.withSideOf(map.sideRule(throwable, frames, outer.context));
        this.rule = map.statusRule(throwable, frames, state.side(), state.context);
        var declaration = declaration();
        this.declared = declaration != null;
        this.verdict = declaration == null && rule != null ? verdictOf(rule) : declaration;
    }

    /** Returns the evaluation of the next throwable of the chain. */
    RuleEvaluator next(Throwable cause) {
        boolean upstreamFailed = rule != null
                && rule.effect() instanceof RuleEffect.UpstreamStatusFrom received
                && state.fixedSide == null
                && UpstreamMode.HTTP_CLIENTS.compareTo(map.mode()) <= 0
                && isIncomplete(received.statusOf(throwable));
        boolean wrapper = rule != null && rule.effect() instanceof RuleEffect.Transparent;
        var side = upstreamFailed ? FaultSide.UPSTREAM : state.fixedSide;
        var next = new ChainState(side, state.gateway, state.onlyWrappers && wrapper, state.context);
        return new RuleEvaluator(map, clock, cause, depth + 1, next);
    }

    Throwable throwable() {
        return throwable;
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
        return state.gateway;
    }

    /** Returns whether the causes of the throwable are ignored. */
    boolean isOpaque() {
        return rule != null && rule.effect() instanceof RuleEffect.Answer answer && answer.opaque();
    }

    /** Returns whether the verdict blames the client without enough evidence. */
    boolean isRejected() {
        return verdict != null && !verdict.status().isServerError() && !mayBlameClient();
    }

    /** Returns the rules that were tried, with the reason of the verdict on the chain if this throwable decides. */
    Explanation.Step explain(@Nullable Reason reason) {
        var trials = new ArrayList<Explanation.Trial>();
        boolean decided = false;
        for (var tried : map.rulesOf(throwable.getClass())) {
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
        return new Explanation.Step(depth, throwable.getClass().getName(), state.side(), trials);
    }

    private Outcome outcome(Rule tried) {
        if (tried.onSide() != null && tried.onSide() != state.side()) {
            return Outcome.OTHER_SIDE;
        }
        if (tried.effect() instanceof RuleEffect.SideOnly) {
            boolean matches = tried.setsSideIn(map.mode())
                    && tried.scope().includes(state.context)
                    && tried.condition().matches(throwable, frames);
            return matches ? Outcome.SETS_SIDE : Outcome.NOT_MET;
        }
        if (!tried.equals(rule)) {
            return Outcome.NOT_MET;
        }
        if (tried.effect() instanceof RuleEffect.Transparent) {
            return Outcome.WRAPPER;
        }
        return isRejected() ? Outcome.REJECTED : Outcome.OUTRANKED;
    }

    private boolean mayBlameClient() {
        if (declared) {
            return !sideFixed || state.onlyWrappers;
        }
        var effect = rule == null ? null : rule.effect();
        if (effect instanceof RuleEffect.Answer answer) {
            boolean behindWrappers = state.onlyWrappers && (!sideFixed || answer.anySide());
            boolean aborted = answer.disposition() == Disposition.ABORTED && !sideFixed;
            return behindWrappers || aborted || state.fixedSide == FaultSide.CLIENT;
        }
        return effect instanceof RuleEffect.UpstreamStatusFrom
                || state.onlyWrappers
                || state.fixedSide == FaultSide.CLIENT;
    }

    private @Nullable Verdict declaration() {
        if (throwable instanceof HttpError error) {
            var verdict = declaration(error, "interface HttpError");
            if (verdict != null) {
                return verdict;
            }
        }
        for (var mapper : map.mappers()) {
            var error = SafeThrowable.getOrNull(() -> mapper.map(throwable).orElse(null));
            var verdict = error == null ? null : declaration(error, "an ErrorMapper");
            if (verdict != null) {
                return verdict;
            }
        }
        var annotation = throwable.getClass().getAnnotation(HttpStatus.class);
        boolean overruled = rule != null && rule.source().layer() > Rule.Source.BUILT_IN;
        if (annotation == null || overruled || !Status.isError(annotation.value())) {
            return null;
        }
        var wait = annotation.retryAfter() > 0 ? Duration.ofSeconds(annotation.retryAfter()) : null;
        return declaration(annotation.value(), wait, Map.of(), null, "annotation @HttpStatus");
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
        var reason = reason(throwable.getClass().getName() + " = " + code, RuleRank.DECLARED, source);
        var side = FaultSide.of(status, state.side());
        return new Verdict(status, side, Disposition.ANSWER, wait, null, 0, false, headers, detail, reason);
    }

    private @Nullable Verdict verdictOf(Rule matched) {
        @Nullable RuleEffect effect = matched.effect();
        if (effect instanceof RuleEffect.UpstreamStatusFrom received) {
            return forUpstreamStatus(received, matched);
        }
        if (effect instanceof RuleEffect.StatusFrom carrier) {
            // On the side upstream the exception holds the status of the upstream response.
            effect = state.fixedSide == FaultSide.UPSTREAM
                    ? null
                    : carrier.answer(TypeHierarchy.annotationOrSelf(matched.className(), throwable));
        }
        return effect instanceof RuleEffect.Answer answer
                ? verdict(answer, state.side(), null, 0, matched.toString(), matched.source())
                : null;
    }

    /** A second rule maps the status of an upstream response to one for the client. */
    private @Nullable Verdict forUpstreamStatus(RuleEffect.UpstreamStatusFrom received, Rule matched) {
        int status = received.statusOf(throwable);
        boolean incomplete = isIncomplete(status);
        var side = state.gateway || incomplete ? FaultSide.UPSTREAM : FaultSide.SELF;
        var second = map.upstreamStatusRule(status, side);
        if (second == null || !(second.effect() instanceof RuleEffect.Answer mapped)) {
            return null;
        }
        var answer = incomplete ? mapped.asFallback() : mapped;
        var wait = received.retryAfter().of(throwable, clock);
        return verdict(answer, side, wait, status, matched + ", " + second, second.source());
    }

    /** Returns whether the response is missing or a truncated success, so that the cause explains the failure better. */
    private boolean isIncomplete(int upstreamStatus) {
        return upstreamStatus < 400 && new SafeThrowable(throwable).cause() != null;
    }

    private Reason reason(String text, RuleRank rank, String source) {
        return new Reason(throwable.getClass().getName(), depth, text, rank, source, null);
    }

    private Verdict verdict(
            RuleEffect.Answer answer,
            FaultSide side,
            @Nullable Duration wait,
            int upstreamStatus,
            String text,
            Rule.Source source) {
        return new Verdict(
                answer.status(),
                FaultSide.of(answer.status(), side),
                answer.disposition(),
                wait == null ? answer.retryAfter().of(throwable, clock) : wait,
                side == FaultSide.UPSTREAM ? answer.proxyError() : null,
                upstreamStatus,
                false,
                Map.of(),
                null,
                reason(text, answer.rank(), source.toString()));
    }
}
