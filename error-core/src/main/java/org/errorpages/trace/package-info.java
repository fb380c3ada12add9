/** Makes cause chains and stack traces readable. */
@NullMarked
package org.errorpages.trace;

import org.jspecify.annotations.NullMarked;
