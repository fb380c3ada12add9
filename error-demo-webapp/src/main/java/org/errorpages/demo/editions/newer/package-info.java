/** The library as it is today: not what the shop was compiled against. */
@NullMarked
package org.errorpages.demo.editions.newer;

import org.jspecify.annotations.NullMarked;
