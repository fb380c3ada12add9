/** The entry point of the framework and its settings. */
@NullMarked
package org.errorpages;

import org.jspecify.annotations.NullMarked;
