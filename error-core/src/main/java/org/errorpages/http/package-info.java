/** The request and what its client accepts. */
@NullMarked
package org.errorpages.http;

import org.jspecify.annotations.NullMarked;
