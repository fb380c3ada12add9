/** Connects the core to servlet containers: filter, error-page servlet and initializer. */
@NullMarked
package org.errorpages.servlet;

import org.jspecify.annotations.NullMarked;
