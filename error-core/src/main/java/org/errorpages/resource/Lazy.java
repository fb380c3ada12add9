package org.errorpages.resource;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed on first use, once. A failed computation is retried on the next call.
 *
 * @param <T> the type of the value
 */
public final class Lazy<T> {

    private final Supplier<T> supplier;
    private volatile @Nullable T value;

    private Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    /** Returns the value that a supplier will compute. */
    public static <T> Lazy<T> of(Supplier<T> supplier) {
        return new Lazy<>(supplier);
    }

    /** Returns the value; concurrent first callers wait for each other. */
    public T get() {
        var known = value;
        return known == null ? compute() : known;
    }

    private synchronized T compute() {
        var known = value;
        if (known == null) {
            known = supplier.get();
            value = known;
        }
        return known;
    }
}
