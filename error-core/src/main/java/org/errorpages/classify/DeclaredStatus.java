package org.errorpages.classify;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.errorpages.status.Disposition;
import org.errorpages.status.FaultSide;
import org.errorpages.status.HttpError;
import org.errorpages.status.HttpStatus;
import org.errorpages.status.Reason;
import org.errorpages.status.RuleRank;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the status that an application declares in code: {@link HttpError} and {@link ErrorMapper} come before its error
 * map, {@link HttpStatus} comes after it.
 *
 * @param throwable the exception
 * @param depth its place in the cause chain
 * @param side its side
 */
record DeclaredStatus(Throwable throwable, int depth, FaultSide side) {

    /** Returns the verdict of a declaration that takes precedence over the rule, or null. */
    @Nullable
    Verdict verdict(@Nullable Rule rule, List<ErrorMapper> mappers, @Nullable HttpStatus annotation) {
        if (throwable instanceof HttpError error) {
            var verdict = of(error, "interface HttpError");
            if (verdict != null) {
                return verdict;
            }
        }
        for (var mapper : mappers) {
            var error = SafeThrowable.guarded(() -> mapper.map(throwable).orElse(null));
            var verdict = error == null ? null : of(error, "an ErrorMapper");
            if (verdict != null) {
                return verdict;
            }
        }
        boolean overruled = rule != null && rule.source().layer() > Rule.Source.BUILT_IN;
        if (annotation == null || overruled) {
            return null;
        }
        var wait = annotation.retryAfter() > 0 ? Duration.ofSeconds(annotation.retryAfter()) : null;
        return verdict(annotation.value(), wait, Map.of(), null, "annotation @HttpStatus");
    }

    /** An accessor that throws, even a checked exception past the compiler, counts as one that declares nothing. */
    private @Nullable Verdict of(HttpError error, String source) {
        return SafeThrowable.guarded(() -> {
            int status = error.status();
            if (!Status.isError(status)) {
                return null;
            }
            var wait = error.retryAfter().filter(duration -> !duration.isZero() && !duration.isNegative());
            var detail = error.publicDetail().orElse(null);
            return verdict(status, wait.orElse(null), Map.copyOf(error.headers()), detail, source);
        });
    }

    private Verdict verdict(
            int code, @Nullable Duration wait, Map<String, String> headers, @Nullable String detail, String source) {
        var name = throwable.getClass().getName();
        var because = new Reason(name, depth, name + " = " + code, RuleRank.DECLARED, source, null);
        var status = Status.of(code);
        return new Verdict(
                status, FaultSide.of(status, side), Disposition.ANSWER, wait, null, 0, false, headers, detail, because);
    }
}
