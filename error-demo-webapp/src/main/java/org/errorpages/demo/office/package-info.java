/** The back office: reports, stock and opening hours. */
@NullMarked
package org.errorpages.demo.office;

import org.jspecify.annotations.NullMarked;
