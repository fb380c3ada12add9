package org.errorpages.render.html;

/** How much a page says; each less than the one before. A page that would be too large says less. */
enum Extent {
    WHOLE,
    WITHOUT_COPIES,
    WITHOUT_SOURCES;

    boolean copies() {
        return this == WHOLE;
    }

    boolean sources() {
        return this != WITHOUT_SOURCES;
    }
    ;

    /** Returns the next one that says less. */
    Extent less() {
        return this == WHOLE ? WITHOUT_COPIES : WITHOUT_SOURCES;
    }
}
