/** Builds a redacted, localised report from an incident. */
@NullMarked
package org.errorpages.describe;

import org.jspecify.annotations.NullMarked;
