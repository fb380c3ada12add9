/** Redacts secrets and makes hostile text safe to show. */
@NullMarked
package org.errorpages.redact;

import org.jspecify.annotations.NullMarked;
