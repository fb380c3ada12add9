/** Reads files of the class path and of folders. */
@NullMarked
package org.errorpages.resource;

import org.jspecify.annotations.NullMarked;
