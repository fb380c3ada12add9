/** Real containers for tests, each in a class loader of its own, and clients that see what they send. */
@NullMarked
package org.errorpages.container;

import org.jspecify.annotations.NullMarked;
