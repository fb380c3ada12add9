package org.errorpages.container;

/** Lists options of a server; everything else has the container's default. */
public enum Option {
    /** Supports HTTP/2 for clients that request the upgrade. */
    H2C,
    /** Closes the connection of a client that is idle for a second. */
    IMPATIENT,
    /** Permits TRACE. */
    TRACE
}
