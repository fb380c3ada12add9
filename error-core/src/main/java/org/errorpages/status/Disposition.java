package org.errorpages.status;

/** What is to be done with the answer. */
public enum Disposition {
    /** Send it. */
    ANSWER,
    /** Send nothing: the client is gone. */
    ABORTED,
    /** Let the server see the exception as well, because it acts on it, and answer where it asks for the page. */
    RETHROW
}
