/** Failures that are worth reading: each shows one thing that the developer's page can tell. */
@NullMarked
package org.errorpages.demo.lessons;

import org.jspecify.annotations.NullMarked;
