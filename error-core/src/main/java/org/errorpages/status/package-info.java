/** What kind of failure is it: the status, the side that failed, and why. */
@NullMarked
package org.errorpages.status;

import org.jspecify.annotations.NullMarked;
