package org.errorpages.status;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an application says of its own exception: the interface before its error map, the map before the annotation.
 *
 * @param suspect the exception
 * @param status the status
 * @param retryAfter when to come again, or null
 * @param headers header fields that go with the status
 * @param publicDetail a sentence that anyone may read, or null
 * @param how the interface or annotation that says it
 */
record Declaration(
        Suspect suspect,
        int status,
        @Nullable Duration retryAfter,
        Map<String, String> headers,
        @Nullable String publicDetail,
        String how) {

    /** Returns the declaration that is worth more than the rule, or null. */
    static @Nullable Declaration of(Suspect suspect, Optional<Rule> rule) {
        var own = suspect.throwable() instanceof HttpError error ? ofInterface(suspect, error) : null;
        if (own != null) {
            return own;
        }
        boolean overruled = rule.isPresent() && rule.get().source().layer() > RuleSource.BUILT_IN;
        return overruled ? null : ofAnnotation(suspect);
    }

    Finding finding(int depth, Side side) {
        var answer = new Effect.Answer(Status.of(status), Disposition.ANSWER, Rank.DECLARED, retryAfter, null);
        var because = new Because(suspect.className(), depth, suspect.className() + " = " + status, how, null);
        return new Finding(answer, side, headers, publicDetail, because);
    }

    private static @Nullable Declaration ofInterface(Suspect suspect, HttpError error) {
        try {
            int status = error.status();
            return Status.isError(status)
                    ? new Declaration(
                            suspect,
                            status,
                            error.retryAfter().filter(Declaration::positive).orElse(null),
                            Map.copyOf(error.headers()),
                            error.publicDetail().orElse(null),
                            "interface HttpError")
                    : null;
        } catch (RuntimeException | LinkageError unusable) {
            return null;
        }
    }

    private static @Nullable Declaration ofAnnotation(Suspect suspect) {
        var annotation = suspect.throwable().getClass().getAnnotation(HttpStatus.class);
        if (annotation == null || !Status.isError(annotation.value())) {
            return null;
        }
        var retryAfter = annotation.retryAfter() > 0 ? Duration.ofSeconds(annotation.retryAfter()) : null;
        return new Declaration(suspect, annotation.value(), retryAfter, Map.of(), null, "annotation @HttpStatus");
    }

    private static boolean positive(Duration duration) {
        return !duration.isZero() && !duration.isNegative();
    }
}
