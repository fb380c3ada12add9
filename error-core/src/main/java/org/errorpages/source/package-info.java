/** Finds the sources of stack frames and links them to editors. */
@NullMarked
package org.errorpages.source;

import org.jspecify.annotations.NullMarked;
