package org.errorpages;

/** The audience of an application. */
public enum Mode {
    /** The public: no page shows internal details. */
    PRODUCTION,
    /** Its developers: permitted clients see internal details. */
    DEVELOPMENT
}
