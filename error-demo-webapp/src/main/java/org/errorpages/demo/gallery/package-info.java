/** Previews of every error page in every language, for reviewers of texts and design. */
@NullMarked
package org.errorpages.demo.gallery;

import org.jspecify.annotations.NullMarked;
