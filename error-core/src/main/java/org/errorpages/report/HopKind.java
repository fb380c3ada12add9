package org.errorpages.report;

/** The kinds of hops, in the order in which a request passes them. */
public enum HopKind {
    CLIENT,
    GATEWAY,
    APPLICATION,
    UPSTREAM
}
