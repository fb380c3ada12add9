package org.errorpages.report;

/** The amount of detail in a response. */
public enum Disclosure {
    /** Public information only. */
    NOTHING,
    /** Everything a developer needs: causes, frames, the request. */
    EVERYTHING
}
