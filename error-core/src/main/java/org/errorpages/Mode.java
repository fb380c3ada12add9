package org.errorpages;

/** For whom an application runs. */
public enum Mode {
    /** For the public: nobody is shown the inside. */
    PRODUCTION,
    /** For its developers: permitted clients are shown the inside. */
    DEVELOPMENT
}
