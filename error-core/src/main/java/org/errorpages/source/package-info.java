/** Finds sources of frames and links to editors. */
@NullMarked
package org.errorpages.source;

import org.jspecify.annotations.NullMarked;
