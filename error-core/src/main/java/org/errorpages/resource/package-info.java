/** What is kept in files: by us beside our classes, and by an application to make the answers its own. */
@NullMarked
package org.errorpages.resource;

import org.jspecify.annotations.NullMarked;
