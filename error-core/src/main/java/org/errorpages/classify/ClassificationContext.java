package org.errorpages.classify;

/**
 * What is known besides the failure itself.
 *
 * @param gateway whether the application said that it is a gateway on this path, so that failures of the network are
 *     those of the server behind it
 * @param storing whether the request was to store something: PUT, POST, PATCH
 * @param stopping whether the application is being stopped, so that what is interrupted is no bug
 */
public record ClassificationContext(boolean gateway, boolean storing, boolean stopping) {

    /** A request that stores nothing, to an application that runs and is no gateway. */
    public static final ClassificationContext ORDINARY = new ClassificationContext(false, false, false);

    /** As ordinary, where the application is a gateway. */
    public static final ClassificationContext GATEWAY = new ClassificationContext(true, false, false);
}
