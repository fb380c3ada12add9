/** A library as it was when the shop was compiled against it. */
@NullMarked
package org.errorpages.demo.editions.older;

import org.jspecify.annotations.NullMarked;
