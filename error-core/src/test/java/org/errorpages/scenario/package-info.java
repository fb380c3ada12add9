/** Real failures whose developer page shows something special, and tests of what the page shows. */
@NullMarked
package org.errorpages.scenario;

import org.jspecify.annotations.NullMarked;
