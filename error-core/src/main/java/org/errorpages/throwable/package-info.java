/** Reads throwables that cannot be trusted. */
@NullMarked
package org.errorpages.throwable;

import org.jspecify.annotations.NullMarked;
