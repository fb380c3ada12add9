package org.errorpages.report;

/** How much an answer tells. */
public enum Disclosure {
    /** What anyone may know. */
    NOTHING,
    /** What a developer needs: causes, frames, the request. */
    EVERYTHING
}
