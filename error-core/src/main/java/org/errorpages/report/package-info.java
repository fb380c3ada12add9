/** What is said about a failure, to the public and to a permitted developer. */
@NullMarked
package org.errorpages.report;

import org.jspecify.annotations.NullMarked;
