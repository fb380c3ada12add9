/** The door: from a failure to the answer for it. */
@NullMarked
package org.errorpages;

import org.jspecify.annotations.NullMarked;
