/** What the customer ordered and what it costs. */
@NullMarked
package org.errorpages.demo.orders;

import org.jspecify.annotations.NullMarked;
