package org.errorpages.evidence;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Provokes a real failure of a library and holds the expected verdict.
 *
 * @param failure the description of the failure
 * @param expected the expected verdict
 * @param provocation provokes the exception
 */
record Evidence(String failure, Expected expected, Provocation provocation) {

    private static final Map<String, Throwable> THROWN = new ConcurrentHashMap<>();

    /** Ends with an exception. */
    interface Provocation {

        void run() throws Throwable;
    }

    /** Returns the exception of the library, which is provoked once. */
    Throwable thrown() {
        return THROWN.computeIfAbsent(failure, first -> provoked());
    }

    private Throwable provoked() {
        try {
            provocation.run();
        } catch (Throwable thrown) {
            return thrown;
        }
        throw new AssertionError(failure + ": nothing was thrown");
    }

    @Override
    public String toString() {
        return failure;
    }
}
