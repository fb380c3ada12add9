/** The vocabulary of failures and statuses, also for applications. */
@NullMarked
package org.errorpages.status;

import org.jspecify.annotations.NullMarked;
