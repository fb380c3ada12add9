/** How an answer looks as a page. */
@NullMarked
package org.errorpages.render.html;

import org.jspecify.annotations.NullMarked;
