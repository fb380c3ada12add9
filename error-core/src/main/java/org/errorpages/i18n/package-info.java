/** Chooses the language of a response and reads its texts. */
@NullMarked
package org.errorpages.i18n;

import org.jspecify.annotations.NullMarked;
