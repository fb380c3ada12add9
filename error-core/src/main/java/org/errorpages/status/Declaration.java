package org.errorpages.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The status that an application declares in code: {@link HttpError} and {@link ErrorMapper} come before its error map,
 * {@link HttpStatus} comes after it.
 *
 * @param throwable the exception
 * @param status the status
 * @param retryAfter when to retry, or null
 * @param headers header fields that go with the status
 * @param publicDetail a sentence that anyone may read, or null
 * @param source the interface or annotation that declares it
 */
record Declaration(
        Throwable throwable,
        Status status,
        @Nullable Duration retryAfter,
        Map<String, String> headers,
        @Nullable String publicDetail,
        String source) {

    /** Returns the declaration that takes precedence over the rule, or null. */
    static @Nullable Declaration of(Throwable throwable, @Nullable Rule rule, List<ErrorMapper> mappers) {
        if (throwable instanceof HttpError error) {
            var own = ofInterface(throwable, error, "interface HttpError");
            if (own != null) {
                return own;
            }
        }
        for (var mapper : mappers) {
            var answer = Suspect.guarded(() -> mapper.map(throwable).orElse(null));
            var mapped = answer == null ? null : ofInterface(throwable, answer, "an ErrorMapper");
            if (mapped != null) {
                return mapped;
            }
        }
        boolean overruled = rule != null && rule.source().layer() > Rule.Source.BUILT_IN;
        return overruled ? null : ofAnnotation(throwable);
    }

    Verdict verdict(int depth, Side side) {
        var name = throwable.getClass().getName();
        var because = new Because(name, depth, name + " = " + status.code(), Rank.DECLARED, source, null);
        var faultSide = Side.of(status, side);
        return new Verdict(
                status, faultSide, Disposition.ANSWER, retryAfter, null, 0, false, headers, publicDetail, because);
    }

    /** An accessor that throws, even a checked exception past the compiler, counts as one that declares nothing. */
    private static @Nullable Declaration ofInterface(Throwable throwable, HttpError error, String source) {
        return Suspect.guarded(() -> {
            int status = error.status();
            return Status.isError(status) ? read(throwable, error, status, source) : null;
        });
    }

    private static Declaration read(Throwable throwable, HttpError error, int status, String source) {
        return new Declaration(
                throwable,
                Status.of(status),
                error.retryAfter()
                        .filter(wait -> !wait.isZero() && !wait.isNegative())
                        .orElse(null),
                Map.copyOf(error.headers()),
                error.publicDetail().orElse(null),
                source);
    }

    private static @Nullable Declaration ofAnnotation(Throwable throwable) {
        var annotation = throwable.getClass().getAnnotation(HttpStatus.class);
        if (annotation == null || !Status.isError(annotation.value())) {
            return null;
        }
        int seconds = annotation.retryAfter();
        var wait = seconds > 0 ? Duration.ofSeconds(seconds) : null;
        return new Declaration(
                throwable, Status.of(annotation.value()), wait, Map.of(), null, "annotation @HttpStatus");
    }
}
