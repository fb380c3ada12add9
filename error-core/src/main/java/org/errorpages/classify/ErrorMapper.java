package org.errorpages.classify;

import java.util.Optional;
import java.util.function.Function;
import org.errorpages.status.HttpError;

/**
 * Gives exceptions their status in code: for what no line of an error map can say.
 *
 * <p>An implementation named in {@code META-INF/services/org.errorpages.classify.ErrorMapper} is found by
 * {@link java.util.ServiceLoader}. What a mapper says is taken after the interface {@link HttpError} and before every
 * error map. A mapper is called by many threads at once; what it throws counts as no answer.
 */
@FunctionalInterface
public interface ErrorMapper {

    /** Returns what an exception deserves, or nothing if that is for others to say. */
    Optional<? extends HttpError> map(Throwable thrown);

    /** Returns a mapper of one class and its subclasses. */
    static <T extends Throwable> ErrorMapper of(Class<T> type, Function<? super T, ? extends HttpError> answer) {
        return thrown -> type.isInstance(thrown) ? Optional.of(answer.apply(type.cast(thrown))) : Optional.empty();
    }
}
