/** What is remembered of failures while an application is developed. */
@NullMarked
package org.errorpages.memory;

import org.jspecify.annotations.NullMarked;
