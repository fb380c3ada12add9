package org.errorpages.resource;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is made when it is first asked for, once. Where that fails it is tried again the next time.
 *
 * @param <T> what is made
 */
public final class Deferred<T> {

    private final Supplier<T> maker;
    private final AtomicReference<@Nullable T> made = new AtomicReference<>();

    private Deferred(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Returns what a supplier will make. */
    public static <T> Deferred<T> of(Supplier<T> maker) {
        return new Deferred<>(maker);
    }

    /** Returns what was made; those who ask first wait for each other. */
    public T get() {
        var known = made.get();
        return known == null ? make() : known;
    }

    private synchronized T make() {
        var known = made.get();
        if (known != null) {
            return known;
        }
        var first = maker.get();
        made.set(first);
        return first;
    }
}
