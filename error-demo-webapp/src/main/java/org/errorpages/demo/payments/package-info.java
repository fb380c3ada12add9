/** The shop as a gateway: calls to the payment provider. */
@NullMarked
package org.errorpages.demo.payments;

import org.jspecify.annotations.NullMarked;
