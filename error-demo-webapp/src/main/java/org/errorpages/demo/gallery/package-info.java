/** Every page of errorpages, in every language, for whoever reviews texts and looks. */
@NullMarked
package org.errorpages.demo.gallery;

import org.jspecify.annotations.NullMarked;
