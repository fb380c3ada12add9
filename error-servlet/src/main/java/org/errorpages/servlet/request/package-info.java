/** Reads a failed request: error attributes, headers, details. */
@NullMarked
package org.errorpages.servlet.request;

import org.jspecify.annotations.NullMarked;
