/** The bookshop: orders, prices, packing, stock, reports and checkout. */
@NullMarked
package org.errorpages.demo.shop;

import org.jspecify.annotations.NullMarked;
