/** In which language the answer speaks. */
@NullMarked
package org.errorpages.text;

import org.jspecify.annotations.NullMarked;
