package org.errorpages.report;

/** The amount of detail in a response. */
public enum Disclosure {
    /** Public information only. */
    PUBLIC,
    /** Everything a developer needs: causes, frames, the request. */
    DEVELOPER
}
