package org.errorpages.status;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers a value for each class, and keeps no class loader from going.
 *
 * <p>What {@link ClassValue} remembers lives as long as the class, even where the rest of us is gone: on a class of the
 * JDK or of a server it would keep the application loaded that asked. Such classes outlive us; for them a map of our own
 * remembers.
 */
final class ClassMemory<T> {

    private final Function<Class<?>, T> made;
    private final Map<Class<?>, T> ofClassesThatOutliveUs = new ConcurrentHashMap<>();

    private final ClassValue<T> ofClassesThatGoWithUs = new ClassValue<>() {
        @Override
        protected T computeValue(Class<?> type) {
            return made.apply(type);
        }
    };

    ClassMemory(Function<Class<?>, T> made) {
        this.made = made;
    }

    T get(Class<?> type) {
        var known = ofClassesThatOutliveUs.get(type);
        if (known != null) {
            return known;
        }
        var ours = ClassMemory.class.getClassLoader();
        var theirs = type.getClassLoader();
        if (isSameOrBelow(theirs, ours)) {
            return ofClassesThatGoWithUs.get(type);
        }
        // A loader that is neither above nor below ours may go before us, or after us.
        return isSameOrBelow(ours, theirs) ? ofClassesThatOutliveUs.computeIfAbsent(type, made) : made.apply(type);
    }

    /** Returns whether a loader is another one or delegates to it; all delegate to that of the JDK, which is null. */
    private static boolean isSameOrBelow(@Nullable ClassLoader loader, @Nullable ClassLoader other) {
        var ancestor = loader;
        while (ancestor != null && ancestor != other) {
            ancestor = ancestor.getParent();
        }
        return ancestor == other;
    }
}
