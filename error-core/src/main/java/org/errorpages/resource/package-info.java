/** What an application keeps in files to make the answers its own. */
@NullMarked
package org.errorpages.resource;

import org.jspecify.annotations.NullMarked;
