package org.errorpages.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cause of exceptions that are older than {@link Throwable#getCause()} and tell it by a method of their own:
 * {@code getRootCause} of servlets and JSP, {@code getLinkedException} of JMS, {@code getNextException} of mail.
 */
final class LegacyLinks {

    private static final List<Accessor> METHODS = List.of(
            Accessor.parse("getRootCause").orElseThrow(),
            Accessor.parse("getLinkedException").orElseThrow(),
            Accessor.parse("getNextException").orElseThrow());

    private LegacyLinks() {}

    /** Returns the cause, or null; a class of the JDK is never asked, for it has none of its own. */
    static @Nullable Throwable cause(Throwable throwable) {
        if (throwable.getClass().getClassLoader() == null) {
            return null;
        }
        for (var method : METHODS) {
            if (method.read(throwable) instanceof Throwable cause) {
                return cause;
            }
        }
        return null;
    }
}
