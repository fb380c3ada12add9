/** Finds hints: what a developer can do about a failure. */
@NullMarked
package org.errorpages.hint;

import org.jspecify.annotations.NullMarked;
