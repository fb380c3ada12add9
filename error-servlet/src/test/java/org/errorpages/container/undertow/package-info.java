/** Starts Undertow; loaded beside its jars, out of sight of the tests. */
@NullMarked
package org.errorpages.container.undertow;

import org.jspecify.annotations.NullMarked;
