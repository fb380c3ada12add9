package org.errorpages.servlet;

/** Who shows what was thrown: this framework, or an error page that the container finds. */
enum Dispatch {
    /** An error page of the application where it has one, else this framework. */
    AUTO,
    /** This framework, whatever error pages the application has. */
    DIRECT,
    /** The container, which also knows error pages that no descriptor names. */
    CONTAINER
}
