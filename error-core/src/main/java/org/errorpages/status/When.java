package org.errorpages.status;

/** The circumstances under which a rule holds. */
enum When {
    ALWAYS,
    /** Only where the request was to store something. */
    STORING,
    /** Only while the application is being stopped. */
    STOPPING;

    boolean holds(Circumstances circumstances) {
        return switch (this) {
            case ALWAYS -> true;
            case STORING -> circumstances.storing();
            case STOPPING -> circumstances.stopping();
        };
    }
}
