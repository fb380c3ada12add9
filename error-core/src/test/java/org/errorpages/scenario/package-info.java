/** Tests the developer page with failures of unusual shape. */
@NullMarked
package org.errorpages.scenario;

import org.jspecify.annotations.NullMarked;
