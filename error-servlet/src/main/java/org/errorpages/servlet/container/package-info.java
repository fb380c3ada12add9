/** Describes how each servlet container deviates from the specification. */
@NullMarked
package org.errorpages.servlet.container;

import org.jspecify.annotations.NullMarked;
