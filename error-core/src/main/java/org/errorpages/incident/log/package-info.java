/** Writes incidents to the log and throttles it. */
@NullMarked
package org.errorpages.incident.log;

import org.jspecify.annotations.NullMarked;
