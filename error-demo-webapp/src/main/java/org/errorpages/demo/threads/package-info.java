/** Threads that end with the web application. */
@NullMarked
package org.errorpages.demo.threads;

import org.jspecify.annotations.NullMarked;
