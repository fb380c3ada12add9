/** In which form the client wants its answer. */
@NullMarked
package org.errorpages.media;

import org.jspecify.annotations.NullMarked;
