/** Starts Jetty; loaded beside its jars, out of sight of the tests. */
@NullMarked
package org.errorpages.container.jetty;

import org.jspecify.annotations.NullMarked;
