/** Stores recent incidents in development mode and shows them to developers. */
@NullMarked
package org.errorpages.incident.store;

import org.jspecify.annotations.NullMarked;
