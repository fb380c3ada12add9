package org.errorpages.classify;

/**
 * Describes the request and the application at the time of a failure.
 *
 * @param gateway whether the application is declared a gateway for this request, so that network failures are those of
 *     an upstream server
 * @param storing whether the request stores something: PUT, POST, PATCH
 * @param stopping whether the application is stopping, so that an interruption is expected
 */
public record ClassificationContext(boolean gateway, boolean storing, boolean stopping) {

    /** A request that stores nothing, to a running application that does not act as a gateway. */
    public static final ClassificationContext ORDINARY = new ClassificationContext(false, false, false);
}
