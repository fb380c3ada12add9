package org.errorpages.status;

import java.util.Set;

/** The exceptions that the built-in error map calls transparent, whatever they say: what they wrap is what happened. */
final class KnownWrappers {

    private static final Set<String> NAMES = ErrorMap.builtIn().wrappers();

    private KnownWrappers() {}

    /** Returns whether the class is one of them; a subclass has a meaning of its own. */
    static boolean contain(Throwable throwable) {
        return NAMES.contains(JakartaNames.canonical(throwable.getClass().getName()));
    }
}
