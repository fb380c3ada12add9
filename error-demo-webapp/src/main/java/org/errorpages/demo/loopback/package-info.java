/** Servers on 127.0.0.1 that misbehave, for clients that should see it for real. */
@NullMarked
package org.errorpages.demo.loopback;

import org.jspecify.annotations.NullMarked;
