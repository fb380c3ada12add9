/** How an answer looks as JSON, XML or text. */
@NullMarked
package org.errorpages.render;

import org.jspecify.annotations.NullMarked;
