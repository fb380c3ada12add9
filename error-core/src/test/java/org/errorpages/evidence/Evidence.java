package org.errorpages.evidence;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A failure that a library can be brought to, and what the reference says of it.
 *
 * @param failure what happens, in words
 * @param expected what an expert would answer
 * @param provocation brings the library to throw
 */
record Evidence(String failure, Expected expected, Provocation provocation) {

    private static final Map<String, Throwable> THROWN = new ConcurrentHashMap<>();

    /** Something that ends with an exception. */
    interface Provocation {

        void run() throws Throwable;
    }

    /** Returns what the library throws; it is provoked once. */
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
