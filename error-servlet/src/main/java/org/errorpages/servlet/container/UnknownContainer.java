package org.errorpages.servlet.container;

/** A container without known deviations: it follows the specification and logs exceptions that reach it. */
record UnknownContainer() implements Container {}
