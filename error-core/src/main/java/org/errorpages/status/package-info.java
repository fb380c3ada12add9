/** Defines failures, statuses and verdicts, also for applications. */
@NullMarked
package org.errorpages.status;

import org.jspecify.annotations.NullMarked;
