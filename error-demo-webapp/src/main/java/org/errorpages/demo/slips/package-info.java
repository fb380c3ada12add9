/** Mistakes that everybody makes once, each of them made for real. */
@NullMarked
package org.errorpages.demo.slips;

import org.jspecify.annotations.NullMarked;
