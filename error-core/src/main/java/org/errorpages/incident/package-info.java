/** What happened: one failure, its verdict and its reference, and who hears of it. */
@NullMarked
package org.errorpages.incident;

import org.jspecify.annotations.NullMarked;
