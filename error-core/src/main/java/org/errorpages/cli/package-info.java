/** Commands that explain an error map and export pages as files. */
@NullMarked
package org.errorpages.cli;

import org.jspecify.annotations.NullMarked;
