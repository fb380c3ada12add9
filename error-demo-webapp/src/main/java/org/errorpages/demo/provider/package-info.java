/** The payment provider: a real server behind the shop, on loopback, that misbehaves in five ways. */
@NullMarked
package org.errorpages.demo.provider;

import org.jspecify.annotations.NullMarked;
