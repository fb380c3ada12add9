/** Starts Tomcat; loaded beside its jars, out of sight of the tests. */
@NullMarked
package org.errorpages.container.tomcat;

import org.jspecify.annotations.NullMarked;
