/** Reads untrusted throwables. */
@NullMarked
package org.errorpages.throwable;

import org.jspecify.annotations.NullMarked;
