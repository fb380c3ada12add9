/** Incidents, their ids and their listeners. */
@NullMarked
package org.errorpages.incident;

import org.jspecify.annotations.NullMarked;
