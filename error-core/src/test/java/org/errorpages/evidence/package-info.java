/** Tests verdicts and hints with real exceptions of libraries. */
@NullMarked
package org.errorpages.evidence;

import org.jspecify.annotations.NullMarked;
