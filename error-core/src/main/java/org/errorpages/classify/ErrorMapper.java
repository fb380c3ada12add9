package org.errorpages.classify;

import java.util.Optional;
import java.util.function.Function;
import org.errorpages.status.HttpError;

/**
 * Maps exceptions to statuses in code, where a rule of an error map is not enough.
 *
 * <p>The {@link java.util.ServiceLoader} finds implementations in
 * {@code META-INF/services/org.errorpages.classify.ErrorMapper}. The interface {@link HttpError} takes precedence over a
 * mapper, and a mapper over every error map. Mappers must be thread-safe; a mapper that throws is ignored.
 */
@FunctionalInterface
public interface ErrorMapper {

    /** Returns the error that an exception maps to, or empty to leave it to other mappers and the error map. */
    Optional<? extends HttpError> map(Throwable thrown);

    /** Returns a mapper for a class and its subclasses. */
    static <T extends Throwable> ErrorMapper of(Class<T> type, Function<? super T, ? extends HttpError> mapping) {
        return thrown -> type.isInstance(thrown) ? Optional.of(mapping.apply(type.cast(thrown))) : Optional.empty();
    }
}
