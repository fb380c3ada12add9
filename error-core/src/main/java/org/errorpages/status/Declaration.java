package org.errorpages.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an application says of its own exception: the interface before its error map, the map before the annotation.
 *
 * @param throwable the exception
 * @param status the status
 * @param retryAfter when to come again, or null
 * @param headers header fields that go with the status
 * @param publicDetail a sentence that anyone may read, or null
 * @param how the interface or annotation that says it
 */
record Declaration(
        Throwable throwable,
        int status,
        @Nullable Duration retryAfter,
        Map<String, String> headers,
        @Nullable String publicDetail,
        String how) {

    /** Of most classes nothing, so that those of the JDK keep no application from being unloaded. */
    private static final ClassValue<Optional<Annotated>> ANNOTATIONS = new ClassValue<>() {
        @Override
        protected Optional<Annotated> computeValue(Class<?> type) {
            return Optional.ofNullable(type.getAnnotation(HttpStatus.class))
                    .filter(annotation -> Status.isError(annotation.value()))
                    .map(Annotated::of);
        }
    };

    /** Returns the declaration that is worth more than the rule, or null. */
    static @Nullable Declaration of(Throwable throwable, @Nullable Rule rule, List<ErrorMapper> mappers) {
        var own = throwable instanceof HttpError error ? ofInterface(throwable, error, "interface HttpError") : null;
        var mapped = own == null && !mappers.isEmpty() ? ofMappers(throwable, mappers) : own;
        if (mapped != null) {
            return mapped;
        }
        boolean overruled = rule != null && rule.source().layer() > RuleSource.BUILT_IN;
        return overruled ? null : ofAnnotation(throwable);
    }

    private static @Nullable Declaration ofMappers(Throwable throwable, List<ErrorMapper> mappers) {
        for (var mapper : mappers) {
            var answer = Suspect.guarded(() -> mapper.map(throwable).orElse(null));
            var declaration = answer == null ? null : ofInterface(throwable, answer, "an ErrorMapper");
            if (declaration != null) {
                return declaration;
            }
        }
        return null;
    }

    Verdict verdict(int depth, Side side) {
        var className = throwable.getClass().getName();
        var because = new Because(className, depth, className + " = " + status, Rank.DECLARED, how, null);
        var answer = Effect.Answer.of(Status.of(status), Rank.DECLARED, RetryAfter.UNKNOWN);
        return Verdict.of(answer, side, retryAfter, because).saying(headers, publicDetail);
    }

    /** What the accessors throw, even where it was smuggled past the compiler, counts as nothing said. */
    private static @Nullable Declaration ofInterface(Throwable throwable, HttpError error, String how) {
        return Suspect.guarded(() -> {
            int status = error.status();
            return Status.isError(status) ? read(throwable, error, status, how) : null;
        });
    }

    private static Declaration read(Throwable throwable, HttpError error, int status, String how) {
        return new Declaration(
                throwable,
                status,
                error.retryAfter().filter(Declaration::positive).orElse(null),
                Map.copyOf(error.headers()),
                error.publicDetail().orElse(null),
                how);
    }

    private static @Nullable Declaration ofAnnotation(Throwable throwable) {
        var said = ANNOTATIONS.get(throwable.getClass()).orElse(null);
        return said == null
                ? null
                : new Declaration(
                        throwable, said.status(), said.retryAfter(), Map.of(), null, "annotation @HttpStatus");
    }

    private static boolean positive(Duration duration) {
        return !duration.isZero() && !duration.isNegative();
    }

    /** What the annotation of a class says, read without reflection from then on. */
    private record Annotated(int status, @Nullable Duration retryAfter) {

        static Annotated of(HttpStatus annotation) {
            int seconds = annotation.retryAfter();
            return new Annotated(annotation.value(), seconds > 0 ? Duration.ofSeconds(seconds) : null);
        }
    }
}
