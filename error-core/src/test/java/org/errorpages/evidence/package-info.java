/** Failures that real libraries throw over real sockets, and what the error map makes of them. */
@NullMarked
package org.errorpages.evidence;

import org.jspecify.annotations.NullMarked;
