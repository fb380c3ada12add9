/** Decides whether a client is a developer. */
@NullMarked
package org.errorpages.access;

import org.jspecify.annotations.NullMarked;
