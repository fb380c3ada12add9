/** Classifies a failure: from a throwable to a verdict. */
@NullMarked
package org.errorpages.classify;

import org.jspecify.annotations.NullMarked;
