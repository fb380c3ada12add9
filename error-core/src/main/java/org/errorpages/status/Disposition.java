package org.errorpages.status;

/** Lists what the server does with the response to a failure. */
public enum Disposition {
    /** Send the response. */
    ANSWER,
    /** Send nothing, because the client has disconnected. */
    ABORTED,
    /** Rethrow the exception to the container, which acts on it, and respond in its error dispatch. */
    RETHROW
}
