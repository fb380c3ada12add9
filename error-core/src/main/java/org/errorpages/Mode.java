package org.errorpages;

/** Determines whether permitted clients see details; production hides them from everyone. */
public enum Mode {
    /** The public: no page shows internal details. */
    PRODUCTION,
    /** Its developers: permitted clients see internal details. */
    DEVELOPMENT
}
