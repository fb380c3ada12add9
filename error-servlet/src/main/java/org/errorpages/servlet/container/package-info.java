/** The quirks of each servlet container. */
@NullMarked
package org.errorpages.servlet.container;

import org.jspecify.annotations.NullMarked;
