/** Serves the packaged shop on an embedded Jetty; not part of the WAR. */
@NullMarked
package org.errorpages.demo.launch;

import org.jspecify.annotations.NullMarked;
