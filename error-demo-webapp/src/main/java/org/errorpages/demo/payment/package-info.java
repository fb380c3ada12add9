/** The client of the payment provider, and a mock of that provider that fails in five ways. */
@NullMarked
package org.errorpages.demo.payment;

import org.jspecify.annotations.NullMarked;
