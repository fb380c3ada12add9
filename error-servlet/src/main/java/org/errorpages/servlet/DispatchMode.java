package org.errorpages.servlet;

/** Who responds to an exception: this framework, or an error page that the container finds. */
enum DispatchMode {
    /** An error page of the application if it has one, else this framework. */
    APPLICATION_FIRST,
    /** This framework, whatever error pages the application has. */
    ERRORPAGES,
    /** The container, which also knows error pages that no descriptor names. */
    CONTAINER
}
