package org.errorpages.servlet.container;

/** A container that nobody has looked at: it is taken to keep to the specification, and to log what is thrown at it. */
record UnknownContainer() implements Container {}
