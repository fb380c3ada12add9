/** Turns causes and stack frames into a readable trace. */
@NullMarked
package org.errorpages.trace;

import org.jspecify.annotations.NullMarked;
