/** Reads what a failed request carries: error attributes, headers, details. */
@NullMarked
package org.errorpages.servlet.request;

import org.jspecify.annotations.NullMarked;
