/** Reads the error pages in web.xml and web fragments. */
@NullMarked
package org.errorpages.servlet.descriptor;

import org.jspecify.annotations.NullMarked;
