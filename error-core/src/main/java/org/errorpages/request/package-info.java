/** What is known of the request, free of any server's types. */
@NullMarked
package org.errorpages.request;

import org.jspecify.annotations.NullMarked;
