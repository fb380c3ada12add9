package org.errorpages.report;

/** A place on the way of a request, in the order in which it passes them. */
public enum HopKind {
    CLIENT,
    GATEWAY,
    APPLICATION,
    UPSTREAM
}
