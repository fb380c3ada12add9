package org.errorpages.container;

/** What a server does besides; all else is as the container has it by default. */
public enum Option {
    /** Speaks HTTP/2 to a client that asks for the upgrade. */
    H2C,
    /** Gives up waiting for a client after a second. */
    IMPATIENT,
    /** Lets TRACE through to the application. */
    TRACE
}
