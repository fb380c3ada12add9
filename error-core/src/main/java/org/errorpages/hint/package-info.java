/** What can be done about a failure: rules that find hints, and what applications add to them. */
@NullMarked
package org.errorpages.hint;

import org.jspecify.annotations.NullMarked;
